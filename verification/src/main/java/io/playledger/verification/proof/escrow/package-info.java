/** Escrow as raw events tell it: accounts, and how trades end. */
package io.playledger.verification.proof.escrow;
