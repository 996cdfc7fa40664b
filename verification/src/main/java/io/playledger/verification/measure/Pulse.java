package io.playledger.verification.measure;

import java.util.function.LongSupplier;

/**
 * The current counters of the clients, which only grow.
 *
 * @param answered requests that got an answer
 * @param acknowledged commands that the server said are done
 * @param retried attempts without an answer, or told to come again
 */
public record Pulse(LongSupplier answered, LongSupplier acknowledged, LongSupplier retried) {}
