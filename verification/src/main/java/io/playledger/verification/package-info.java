/**
 * Proves the platform from outside. Two programs: {@link io.playledger.verification.MarketDay} and
 * {@link io.playledger.verification.Demo}.
 */
package io.playledger.verification;
