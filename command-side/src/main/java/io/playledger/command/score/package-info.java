/** Decides the commands about scores. */
@NullMarked
package io.playledger.command.score;

import org.jspecify.annotations.NullMarked;
