/** Queries of the escrow context and their answers. */
@NullMarked
package io.playledger.api.escrow.query;

import org.jspecify.annotations.NullMarked;
