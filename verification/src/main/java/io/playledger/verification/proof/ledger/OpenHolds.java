package io.playledger.verification.proof.ledger;

import io.playledger.verification.proof.log.LogRow;
import io.playledger.verification.proof.log.OpenProcesses;
import java.util.Set;

/** Holds that expire unless they are captured or released. */
public final class OpenHolds extends OpenProcesses {

  @Override
  public String saga() {
    return "sagas.hold-expiry";
  }

  @Override
  public Set<String> events() {
    return Set.of("HoldPlaced", "HoldCaptured", "HoldReleased", "HoldExpired");
  }

  @Override
  public void see(LogRow row) {
    switch (row.type()) {
      case "HoldPlaced" -> waiting(row.text("hold"), "expire the hold", row.instant("expiresAt"));
      case "HoldCaptured", "HoldReleased", "HoldExpired" -> over(row.text("hold"));
      default -> {
        // no hold goes by it
      }
    }
  }
}
