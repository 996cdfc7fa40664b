package io.playledger.runtime.deadletter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events that a processor could not handle. Later events of the same aggregate wait behind them,
 * which keeps their order. The letter names the event by its position; the event itself stays in
 * the log.
 */
public interface DeadLetters {

  /**
   * The open letters, oldest first.
   *
   * @param processor only letters of this processor; all if it is missing
   * @param limit 1 to 1000
   */
  List<DeadLetter> list(@Nullable String processor, int limit);

  /** One letter, open or discarded. */
  Optional<DeadLetter> find(UUID id);

  /**
   * Handles the events of the letter's aggregate again, in order, from the first waiting one.
   * Returns true if this letter is handled, and false if an event failed again (its letter then has
   * the new cause).
   *
   * @throws DeadLetterClosedException if it was discarded, or another retry has handled it
   */
  boolean retry(UUID id);

  /**
   * Discards the event for this processor. Letter and reason are kept.
   *
   * @throws DeadLetterClosedException if it was handled or discarded before
   */
  void discard(UUID id, String reason, String actorId);
}
