/** Read tables of the escrow context. */
@NullMarked
package io.playledger.projection.escrow;

import org.jspecify.annotations.NullMarked;
