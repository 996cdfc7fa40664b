package io.playledger.runtime.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.EventMessage;

/**
 * The dead letters of one processor, or of one segment of a saga's processor. Every call takes part
 * in the caller's transaction. What decides or changes something locks the letters of the processor
 * first and then reads them, so two retries of a letter do not handle its event twice.
 */
public record DeadLetterQueue(DeadLetterTable table, String processor, int segment)
    implements Parking {

  @Override
  public Set<String> waiting(List<? extends EventMessage<?>> events) {
    if (openOf(events).isEmpty()) {
      return Set.of();
    }
    table.lock(processor);
    return openOf(events);
  }

  /** Without open letters, as nearly always, the events are not looked at. */
  private Set<String> openOf(List<? extends EventMessage<?>> events) {
    Set<String> open = Set.copyOf(table.openSequences(processor, segment));
    return open.isEmpty()
        ? open
        : events.stream()
            .map(DeadLetterTable::sequenceOf)
            .filter(open::contains)
            .collect(Collectors.toSet());
  }

  @Override
  public void parkBehind(List<? extends EventMessage<?>> events) {
    table.parkBehind(this, events);
  }

  @Override
  public void park(EventMessage<?> event, Throwable cause) {
    table.lock(processor);
    table.park(this, event, cause);
  }

  /**
   * Handles the oldest open letter of a sequence, and deletes it.
   *
   * @return id of the letter; empty if none is open
   */
  Optional<UUID> handleFirst(String sequence, Consumer<DeadLetter> handler) {
    table.lock(processor);
    Optional<DeadLetter> first = table.first(processor, segment, sequence);
    first.ifPresent(
        letter -> {
          handler.accept(letter);
          table.delete(letter.id());
        });
    return first.map(DeadLetter::id);
  }

  /** Discards a letter, unless it was handled or discarded before. */
  boolean discard(UUID id, String reason, String actorId) {
    table.lock(processor);
    return table.discard(id, reason, actorId);
  }
}
