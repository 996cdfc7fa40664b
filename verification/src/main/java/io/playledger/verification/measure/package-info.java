/** Counts and times of a run. */
@NullMarked
package io.playledger.verification.measure;

import org.jspecify.annotations.NullMarked;
