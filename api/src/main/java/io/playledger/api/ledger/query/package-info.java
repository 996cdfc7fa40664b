/** Queries of the ledger context and their answers. */
@NullMarked
package io.playledger.api.ledger.query;

import org.jspecify.annotations.NullMarked;
