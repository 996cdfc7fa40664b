package io.playledger.verification.proof.log;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The processes of one kind that were started in the log and have not ended, with the time of their
 * next step.
 */
public abstract class OpenProcesses implements LogObserver {

  /**
   * A process that waits.
   *
   * @param what it must do
   * @param due from when on
   */
  public record Waiting(String id, String what, Instant due) {}

  private final Map<String, Waiting> open = new HashMap<>();

  /** The stored name of the saga that leads them. */
  public abstract String saga();

  /** Simple names of the events that it goes by. */
  public abstract Set<String> events();

  protected final void waiting(String id, String what, Instant due) {
    open.put(id, new Waiting(id, what, due));
  }

  protected final void over(String id) {
    open.remove(id);
  }

  /** Those that had to act before then. */
  public final List<Waiting> dueBefore(Instant then) {
    return open.values().stream().filter(waiting -> waiting.due().isBefore(then)).toList();
  }

  /** How many there are. */
  public final int count() {
    return open.size();
  }
}
