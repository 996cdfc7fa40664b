/** Decides the commands about players and their roles. */
@NullMarked
package io.playledger.command.identity;

import org.jspecify.annotations.NullMarked;
