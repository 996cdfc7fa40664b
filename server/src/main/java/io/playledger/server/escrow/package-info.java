/** Escrows and their disputes over HTTP. */
package io.playledger.server.escrow;
