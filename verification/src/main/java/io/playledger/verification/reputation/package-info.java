/** Reputation on the market day: the sides of completed trades review each other. */
@NullMarked
package io.playledger.verification.reputation;

import org.jspecify.annotations.NullMarked;
