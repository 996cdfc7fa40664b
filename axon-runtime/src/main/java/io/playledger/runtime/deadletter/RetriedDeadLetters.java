package io.playledger.runtime.deadletter;

import io.playledger.runtime.processor.EventHandlingException;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.Processor;
import io.playledger.runtime.processor.UnknownProcessorException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
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
    DeadLetter letter = known(id);
    if (letter.discardReason() == null && handleSequence(letter).contains(id)) {
      return true;
    }
    if (table.find(id).filter(left -> left.discardReason() == null).isEmpty()) {
      throw new DeadLetterClosedException(id);
    }
    return false;
  }

  @Override
  public void discard(UUID id, String reason, String actorId) {
    if (reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("a letter is discarded with a reason");
    }
    DeadLetter letter = known(id);
    if (!transactions.fetchInTransaction(() -> queueOf(letter).discard(id, reason, actorId))) {
      throw new DeadLetterClosedException(id);
    }
    handleSequence(letter);
  }

  private DeadLetter known(UUID id) {
    return table.find(id).orElseThrow(() -> new UnknownProcessorException("dead letter " + id));
  }

  private DeadLetterQueue queueOf(DeadLetter letter) {
    return new DeadLetterQueue(table, letter.processor(), letter.segment());
  }

  /**
   * Handles the letters of a sequence in order until one fails or none is left.
   *
   * @return ids of the letters that this call has handled
   */
  private Set<UUID> handleSequence(DeadLetter letter) {
    Processor processor = processors.get(letter.processor());
    Set<UUID> handled = new HashSet<>();
    Optional<UUID> next = handleFirst(processor, letter);
    while (next.isPresent()) {
      handled.add(next.get());
      next = handleFirst(processor, letter);
    }
    return handled;
  }

  private Optional<UUID> handleFirst(Processor processor, DeadLetter letter) {
    AtomicReference<UUID> tried = new AtomicReference<>();
    try {
      return transactions.fetchInTransaction(
          () ->
              queueOf(letter)
                  .handleFirst(
                      letter.sequence(),
                      first -> {
                        tried.set(first.id());
                        for (TrackedEventMessage<?> event : eventsAt(first.position())) {
                          handle(processor, event, first.segment());
                        }
                      }));
    } catch (RuntimeException e) {
      if (tried.get() == null) {
        throw e;
      }
      Throwable cause =
          e instanceof EventHandlingException && e.getCause() != null ? e.getCause() : e;
      transactions.executeInTransaction(() -> table.failedAgain(tried.get(), cause));
      return Optional.empty();
    }
  }

  private static void handle(Processor processor, TrackedEventMessage<?> event, int segment) {
    try {
      processor.single().handle(event, segment);
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
