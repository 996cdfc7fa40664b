/** Events of the ledger context. */
@NullMarked
package io.playledger.api.ledger.event;

import org.jspecify.annotations.NullMarked;
