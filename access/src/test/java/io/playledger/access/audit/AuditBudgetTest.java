package io.playledger.access.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.audit.AuditEntriesCounted;
import io.playledger.api.audit.AuditKind;
import io.playledger.api.identity.PlayerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditBudgetTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final PlayerId ANNA = new PlayerId(new UUID(1, 1));

  private static AuditBudget budget(int single, int ofAll, int windows) {
    return new AuditBudget(
        new AuditSettings(WINDOW, single, ofAll, windows, 10, Duration.ofMinutes(1)));
  }

  private static boolean fails(AuditBudget budget, PlayerId player, Instant at) {
    return budget.spend(Optional.ofNullable(player), AuditKind.SIGN_IN_FAILED, at);
  }

  @Test
  void entriesAboveTheBudgetAreWrittenAsOneCount() {
    AuditBudget budget = budget(2, 100, 100);
    assertThat(fails(budget, ANNA, NOW)).isTrue();
    assertThat(fails(budget, ANNA, NOW)).isTrue();
    assertThat(fails(budget, ANNA, NOW.plusSeconds(1))).isFalse();
    assertThat(fails(budget, ANNA, NOW.plusSeconds(2))).isFalse();

    assertThat(budget.ended(NOW.plus(WINDOW).minusNanos(1))).isEmpty();
    assertThat(budget.ended(NOW.plus(WINDOW)))
        .containsExactly(
            new AuditEntriesCounted(
                ANNA, AuditKind.SIGN_IN_FAILED, 2, NOW.plusSeconds(1), NOW.plus(WINDOW)));
    assertThat(budget.ended(NOW.plus(WINDOW))).isEmpty();
  }

  @Test
  void newWindowBeginsWithItsFirstEntry() {
    AuditBudget budget = budget(1, 100, 100);
    fails(budget, ANNA, NOW);
    assertThat(fails(budget, ANNA, NOW.plusSeconds(1))).isFalse();
    budget.ended(NOW.plus(WINDOW));

    assertThat(fails(budget, ANNA, NOW.plus(WINDOW))).isTrue();
  }

  @Test
  void stormOfOneKindDoesNotHideAnother() {
    AuditBudget budget = budget(10, 2, 100);
    fails(budget, ANNA, NOW);
    fails(budget, ANNA, NOW);

    assertThat(fails(budget, null, NOW)).isFalse();
    assertThat(budget.spend(Optional.of(ANNA), AuditKind.ACT_REFUSED, NOW)).isTrue();
  }

  @Test
  void kindsAndPlayersHaveSeparateBudgets() {
    AuditBudget budget = budget(1, 100, 100);
    assertThat(fails(budget, ANNA, NOW)).isTrue();
    assertThat(fails(budget, null, NOW)).isTrue();
    assertThat(budget.spend(Optional.of(ANNA), AuditKind.ACT_REFUSED, NOW)).isTrue();
    assertThat(fails(budget, null, NOW)).isFalse();
  }

  @Test
  void allPlayersTogetherHaveABudget() {
    AuditBudget budget = budget(5, 3, 100);
    for (int i = 0; i < 3; i++) {
      assertThat(fails(budget, new PlayerId(new UUID(2, i)), NOW)).isTrue();
    }
    assertThat(fails(budget, ANNA, NOW)).isFalse();
    assertThat(fails(budget, ANNA, NOW.plus(WINDOW))).isTrue();
  }

  @Test
  void playersAboveTheLimitShareOneBudget() {
    AuditBudget budget = budget(1, 1_000, 10);
    int single = 0;
    for (int i = 0; i < 100; i++) {
      single += fails(budget, new PlayerId(new UUID(3, i)), NOW) ? 1 : 0;
    }

    assertThat(single).isEqualTo(11);
    assertThat(budget.all(NOW))
        .singleElement()
        .satisfies(
            counted -> {
              assertThat(counted.player()).isNull();
              assertThat(counted.entries()).isEqualTo(89);
            });
  }
}
