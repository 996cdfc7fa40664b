/** Queries of the market context and their answers. */
@NullMarked
package io.playledger.api.market.query;

import org.jspecify.annotations.NullMarked;
