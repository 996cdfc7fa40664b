/** Read tables of the market context. */
@NullMarked
package io.playledger.projection.market;

import org.jspecify.annotations.NullMarked;
