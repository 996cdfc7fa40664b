/** The command side of all registered contexts. */
@NullMarked
package io.playledger.command;

import org.jspecify.annotations.NullMarked;
