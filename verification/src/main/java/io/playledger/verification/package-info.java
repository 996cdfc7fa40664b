/**
 * Proves the platform. The market plays it from outside, over HTTP: each context has a package with
 * its plan, its scripts and its checks, and {@link io.playledger.verification.marketday} runs them.
 * The proof looks inside: {@link io.playledger.verification.proof.check} verifies what is stored,
 * and {@link io.playledger.verification.proof.control} plants faults that it must find.
 */
@NullMarked
package io.playledger.verification;

import org.jspecify.annotations.NullMarked;
