/**
 * What the checker looks at, and how a context says what it found: one snapshot of the database,
 * the rows of the log as they lie there, the names of the checks and their results.
 */
@NullMarked
package io.playledger.verification.proof.log;

import org.jspecify.annotations.NullMarked;
