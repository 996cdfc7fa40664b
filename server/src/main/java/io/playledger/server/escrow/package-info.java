/** Escrows and their disputes over HTTP. */
@NullMarked
package io.playledger.server.escrow;

import org.jspecify.annotations.NullMarked;
