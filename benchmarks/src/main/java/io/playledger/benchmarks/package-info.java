/**
 * Benchmarks: each sets up what it measures, measures, checks that what it measured was also right,
 * and tears down. {@link io.playledger.benchmarks.Bench} runs them by name.
 */
@NullMarked
package io.playledger.benchmarks;

import org.jspecify.annotations.NullMarked;
