package io.playledger.runtime.deadletter;

import io.playledger.runtime.processor.EventHandlingException;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.Processor;
import io.playledger.runtime.processor.UnknownProcessorException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Retries dead letters with their events from the log. */
public final class RetriedDeadLetters implements DeadLetters {

  private static final int LIMIT_MAX = 1_000;

  private final EventProcessors processors;
  private final DeadLetterTable table;
  private final TransactionManager transactions;
  private final LogReader log;

  /**
   * @param transactions of the read model's schema
   */
  public RetriedDeadLetters(
      EventProcessors processors,
      DeadLetterTable table,
      TransactionManager transactions,
      LogReader log) {
    this.processors = processors;
    this.table = table;
    this.transactions = transactions;
    this.log = log;
  }

  @Override
  public List<DeadLetter> list(@Nullable String processor, int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("limit must be 1 to 1000");
    }
    return table.open(processor, limit);
  }

  @Override
  public Optional<DeadLetter> find(UUID id) {
    return table.find(id);
  }

  @Override
  public boolean retry(UUID id) {
    DeadLetter letter =
        table.find(id).orElseThrow(() -> new UnknownProcessorException("dead letter " + id));
    if (letter.discardReason() == null) {
      handleSequence(letter.processor(), letter.sequence());
    }
    return table.find(id).isEmpty();
  }

  @Override
  public void discard(UUID id, String reason, String actorId) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("a letter is discarded with a reason");
    }
    DeadLetter letter =
        table.find(id).orElseThrow(() -> new UnknownProcessorException("dead letter " + id));
    transactions.executeInTransaction(
        () -> {
          table.lock(letter.processor());
          table.discard(id, reason, actorId);
        });
    handleSequence(letter.processor(), letter.sequence());
  }

  /** Handles them in order until one fails or none is left. */
  private void handleSequence(String processor, String sequence) {
    Processor handling = processors.get(processor);
    Optional<DeadLetter> next = table.first(processor, sequence);
    while (next.isPresent() && handled(handling, next.get())) {
      next = table.first(processor, sequence);
    }
  }

  private boolean handled(Processor processor, DeadLetter letter) {
    try {
      transactions.executeInTransaction(
          () -> {
            table.lock(processor.name());
            for (TrackedEventMessage<?> event : eventsAt(letter.position())) {
              handle(processor, event);
            }
            table.delete(letter.id());
          });
      return true;
    } catch (RuntimeException e) {
      Throwable cause =
          e instanceof EventHandlingException && e.getCause() != null ? e.getCause() : e;
      transactions.executeInTransaction(() -> table.failedAgain(letter.id(), cause));
      return false;
    }
  }

  private static void handle(Processor processor, TrackedEventMessage<?> event) {
    try {
      processor.single().handle(event);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new EventHandlingException(e);
    }
  }

  private List<TrackedEventMessage<?>> eventsAt(long position) {
    try (Stream<? extends TrackedEventMessage<?>> events = log.readAfter(position - 1)) {
      return events
          .takeWhile(event -> LogPositions.of(event) == position)
          .<TrackedEventMessage<?>>map(event -> event)
          .toList();
    }
  }
}
