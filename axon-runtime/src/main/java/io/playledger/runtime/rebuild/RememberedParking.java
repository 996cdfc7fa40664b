package io.playledger.runtime.rebuild;

import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.deadletter.Parking;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.EventMessage;
import org.jspecify.annotations.Nullable;

/** Keeps the events that fail in a replay in the form of dead letters. */
final class RememberedParking implements Parking {

  /** More failures than this mean a broken handler. */
  private static final int FAILURES_MAX = 10_000;

  /**
   * @param cause missing for an event that only waits behind another
   */
  record Failure(EventMessage<?> event, @Nullable Throwable cause) {}

  private final List<Failure> failures = new ArrayList<>();
  private final Set<String> sequences = new HashSet<>();

  List<Failure> failures() {
    return failures;
  }

  @Override
  public Set<String> sequences() {
    return sequences;
  }

  @Override
  public boolean stillParked(String sequence) {
    return true;
  }

  @Override
  public void park(EventMessage<?> event, @Nullable Throwable cause) {
    if (failures.size() >= FAILURES_MAX) {
      throw new RebuildRefusedException(
          "more than %d events failed in the replay, the last with %s"
              .formatted(FAILURES_MAX, cause));
    }
    failures.add(new Failure(event, cause));
    sequences.add(DeadLetterTable.sequenceOf(event));
  }
}
