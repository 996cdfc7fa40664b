package io.playledger.saga.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.command.ExpireHold;
import io.playledger.api.ledger.event.HoldCaptured;
import io.playledger.api.ledger.event.HoldExpired;
import io.playledger.api.ledger.event.HoldPlaced;
import io.playledger.api.ledger.event.HoldReleased;
import io.playledger.runtime.saga.SagaStep;
import io.playledger.saga.SagaFixture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldExpirySagaTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant EXPIRES_AT = NOW.plusSeconds(60);
  private static final HoldId HOLD = new HoldId(new UUID(1, 1));
  private static final PlayerId OWNER = new PlayerId(new UUID(1, 2));
  private static final PlayerId PAYEE = new PlayerId(new UUID(1, 3));
  private static final HoldPlaced PLACED =
      new HoldPlaced(
          HOLD, OWNER, PAYEE, new Amount(new AssetCode("GOLD"), 5), null, EXPIRES_AT, NOW);

  private final SagaFixture fixture = new SagaFixture(HoldExpirySaga.class, NOW);

  @Test
  void sagaWaitsForTheExpiryOfTheHold() {
    fixture
        .when(PLACED)
        .expectActive()
        .expectNoCommand()
        .expectDeadline(EXPIRES_AT, new HoldExpiryDue(HOLD, EXPIRES_AT));
  }

  @Test
  void sagaExpiresTheHoldAtItsTime() {
    fixture
        .given(PLACED)
        .whenTimeAdvancesTo(EXPIRES_AT)
        .expectActive()
        .expectCommand(
            new SagaStep("hold-expiry", HOLD.toString(), "expire"),
            new ExpireHold(HOLD, OWNER, EXPIRES_AT));
  }

  @Test
  void sagaIgnoresThatTheHoldHasJustEnded() {
    fixture.commands().refuse("expire", LedgerRejection.HOLD_ENDED);

    fixture.given(PLACED).whenTimeAdvancesTo(EXPIRES_AT).expectActive();
  }

  @Test
  void sagaDoesNotIgnoreAnUnexpectedRejection() {
    fixture.commands().refuse("expire", LedgerRejection.HOLD_NOT_EXPIRED);

    fixture.given(PLACED);
    assertThatThrownBy(() -> fixture.whenTimeAdvancesTo(EXPIRES_AT).expectActive())
        .hasStackTraceContaining("HOLD_NOT_EXPIRED");
  }

  @Test
  void sagaEndsWithTheHoldAndLeavesNoDeadline() {
    for (Object end :
        List.of(
            new HoldCaptured(HOLD, OWNER, new TransactionId(new UUID(1, 4)), 5, NOW),
            new HoldReleased(HOLD, OWNER, NOW),
            new HoldExpired(HOLD, OWNER, EXPIRES_AT))) {
      new SagaFixture(HoldExpirySaga.class, NOW)
          .given(PLACED)
          .when(end)
          .expectEnded()
          .expectNoDeadline();
    }
  }
}
