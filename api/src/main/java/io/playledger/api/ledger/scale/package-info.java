/** Amounts as decimal strings, by scales that never change; used by commands and by reads. */
@NullMarked
package io.playledger.api.ledger.scale;

import org.jspecify.annotations.NullMarked;
