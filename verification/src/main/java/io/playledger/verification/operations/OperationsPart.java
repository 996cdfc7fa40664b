package io.playledger.verification.operations;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.Troublemaker;
import java.util.List;

/** What operators use: processors, rebuilds, the log. */
public final class OperationsPart implements DayPart {

  @Override
  public void misuse(Troublemaker trouble) {
    trouble.refusedRead(trouble.stranger(), "read-events", "/admin/events", "FORBIDDEN");
  }

  @Override
  public List<DayCheck> checks() {
    return List.of(new RebuildsCheck());
  }
}
