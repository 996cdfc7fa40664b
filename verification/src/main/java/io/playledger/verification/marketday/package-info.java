/**
 * The market day: all contexts play their parts against a running server, and a report gives the
 * verdict. {@link io.playledger.verification.marketday.DayContexts} registers the contexts.
 */
@NullMarked
package io.playledger.verification.marketday;

import org.jspecify.annotations.NullMarked;
