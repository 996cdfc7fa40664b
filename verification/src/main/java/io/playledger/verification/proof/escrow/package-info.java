/** Escrow as raw events tell it: accounts, and how trades end. */
@NullMarked
package io.playledger.verification.proof.escrow;

import org.jspecify.annotations.NullMarked;
