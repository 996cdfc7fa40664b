/** Drives accepted trades through their escrow. */
@NullMarked
package io.playledger.saga.escrow;

import org.jspecify.annotations.NullMarked;
