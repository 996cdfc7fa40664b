/**
 * The checker: reads the log and the tables in plain SQL, computes small models of its own, and
 * reports the result of each named check. As far as possible it does not use the code that it
 * checks; only for a replay and for loading an aggregate does it start a node of the platform.
 */
@NullMarked
package io.playledger.verification.proof.check;

import org.jspecify.annotations.NullMarked;
