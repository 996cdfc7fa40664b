package io.playledger.eventstore;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * First answers by key. A command's outcome is written by the engine, together with its events and
 * only with them; a rejection, or a success that changed nothing, has no events and is recorded
 * here. A key has one outcome, for as long as outcomes are kept.
 */
public interface CommandOutcomes {

  /** The first answer under this key, if there was one. */
  Optional<StoredOutcome> find(String scope, UUID key);

  /** Records a rejection, unless the key already has an outcome. */
  Standing recordRejection(CommandKey key, String rejectionJson);

  /**
   * Records the result of a command that was done without any event, unless the key already has an
   * outcome: no append was there to refuse a second use of the key.
   */
  Standing recordWithoutEvents(CommandKey key, @Nullable String resultJson);

  /**
   * The outcome of a key.
   *
   * @param first whether it was just recorded rather than found
   */
  record Standing(StoredOutcome outcome, boolean first) {}
}
