/** Read tables of the ledger context. */
@NullMarked
package io.playledger.projection.ledger;

import org.jspecify.annotations.NullMarked;
