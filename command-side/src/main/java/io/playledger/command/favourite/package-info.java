/** Decides the commands of the favourites. */
@NullMarked
package io.playledger.command.favourite;

import org.jspecify.annotations.NullMarked;
