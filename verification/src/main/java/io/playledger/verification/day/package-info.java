/**
 * The tools of a market day, which know no context: actors, scripts, expectations, plans by seed,
 * bad requests, and the contract of a context's part, {@link
 * io.playledger.verification.day.DayPart}.
 */
@NullMarked
package io.playledger.verification.day;

import org.jspecify.annotations.NullMarked;
