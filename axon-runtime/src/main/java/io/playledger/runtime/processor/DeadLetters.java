package io.playledger.runtime.processor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events that a processor could not handle. Later events of the same aggregate wait behind them, so
 * that order holds. The letter names the event by its position; the event itself stays in the log.
 */
public interface DeadLetters {

  /**
   * The open letters, oldest first.
   *
   * @param processor only those of this one; null for all
   * @param limit 1 to 1000
   */
  List<DeadLetter> list(String processor, int limit);

  /** One letter, open or discarded. */
  Optional<DeadLetter> find(UUID id);

  /**
   * Handles the letter's aggregate again, in order, from its first waiting event. True when this
   * letter is handled; false when an event failed again (the letter then shows the new cause).
   */
  boolean retry(UUID id);

  /** Gives the event up for this processor; letter and reason are kept. */
  void discard(UUID id, String reason, String actorId);
}
