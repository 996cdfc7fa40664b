/** Decides the commands of the market. */
@NullMarked
package io.playledger.command.market;

import org.jspecify.annotations.NullMarked;
