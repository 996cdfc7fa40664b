/** Expires holds. */
@NullMarked
package io.playledger.saga.ledger;

import org.jspecify.annotations.NullMarked;
