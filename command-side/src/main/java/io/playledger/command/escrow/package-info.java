/** Decides the commands of the escrow context. */
@NullMarked
package io.playledger.command.escrow;

import org.jspecify.annotations.NullMarked;
