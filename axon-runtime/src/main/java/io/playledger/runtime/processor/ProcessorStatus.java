package io.playledger.runtime.processor;

import org.jspecify.annotations.Nullable;

/**
 * One processor as an operator sees it.
 *
 * @param name for example {@code projections.ledger}
 * @param kind what it does
 * @param running false while it is paused
 * @param position up to which it has handled the log
 * @param head of the log
 * @param lag events between them
 * @param lagMillis how long the oldest of them has been waiting; 0 where there are none
 * @param segmentsClaimed by this node
 * @param segments in all
 * @param eventsPerSecond recent rate on this node
 * @param deadLetters open letters; for a feed, events that failed and were skipped
 * @param error why it does not progress at the moment, if it does not
 */
public record ProcessorStatus(
    String name,
    ProcessorKind kind,
    boolean running,
    long position,
    long head,
    long lag,
    long lagMillis,
    int segmentsClaimed,
    int segments,
    double eventsPerSecond,
    long deadLetters,
    @Nullable String error) {}
