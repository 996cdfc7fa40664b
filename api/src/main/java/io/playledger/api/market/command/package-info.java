/** Commands of the market context and their answers. */
@NullMarked
package io.playledger.api.market.command;

import org.jspecify.annotations.NullMarked;
