/** Answers of the market context. */
@NullMarked
package io.playledger.query.market;

import org.jspecify.annotations.NullMarked;
