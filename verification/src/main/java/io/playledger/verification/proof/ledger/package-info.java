/** The ledger as raw events tell it, by a model of the checker's own, compared with its tables. */
package io.playledger.verification.proof.ledger;
