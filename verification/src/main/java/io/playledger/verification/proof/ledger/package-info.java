/** The ledger as raw events tell it, by a model of the checker's own, compared with its tables. */
@NullMarked
package io.playledger.verification.proof.ledger;

import org.jspecify.annotations.NullMarked;
