/** Reputation on the market day: the sides of completed trades review each other. */
package io.playledger.verification.reputation;
