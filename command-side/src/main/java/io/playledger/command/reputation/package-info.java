/** Decides the reputation of players. */
@NullMarked
package io.playledger.command.reputation;

import org.jspecify.annotations.NullMarked;
