/** Commands of the escrow context and their answers. */
@NullMarked
package io.playledger.api.escrow.command;

import org.jspecify.annotations.NullMarked;
