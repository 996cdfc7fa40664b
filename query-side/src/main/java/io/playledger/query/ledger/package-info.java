/** Answers of the ledger context. */
@NullMarked
package io.playledger.query.ledger;

import org.jspecify.annotations.NullMarked;
