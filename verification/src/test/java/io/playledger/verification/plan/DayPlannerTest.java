package io.playledger.verification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DayPlannerTest {

  private final DayPlan plan = DayPlanner.plan(7, DaySize.whole());

  @Test
  void theSameSeedGivesTheSamePlan() {
    assertThat(DayPlanner.plan(7, DaySize.whole())).isEqualTo(plan);
  }

  @Test
  void anotherSeedGivesAnotherPlan() {
    assertThat(DayPlanner.plan(8, DaySize.whole()).items()).isNotEqualTo(plan.items());
  }

  @Test
  void theWholeDayHasEveryScenarioInItsNumbers() {
    Map<Scenario, Long> counts =
        plan.trades()
            .map(TradePlan::scenario)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(plan.trades()).hasSize(1000);
    assertThat(counts).containsOnlyKeys(Scenario.values());
    assertThat(counts)
        .containsEntry(Scenario.RULED_RELEASE, 10L)
        .containsEntry(Scenario.RULED_REFUND, 10L)
        .containsEntry(Scenario.RULED_SPLIT, 10L);
    assertThat(counts.get(Scenario.CONFIRMED)).isGreaterThan(500);
  }

  @Test
  void everyTradeHasItsOwnNumber() {
    assertThat(plan.trades().map(TradePlan::number).distinct()).hasSize(1000);
  }

  @Test
  void nobodyTradesWithOneself() {
    for (ItemPlan item : plan.items()) {
      for (TradePlan trade : item.trades()) {
        assertThat(trade.buyer()).isNotEqualTo(item.seller());
        assertThat(trade.rival()).isNotIn(item.seller(), trade.buyer());
        assertThat(item.priceOf(trade)).isPositive();
      }
    }
  }

  @Test
  void creditsCoverEveryPaymentInWhateverOrder() {
    Outlays outlays = new Outlays(plan.size().players());
    outlays.addItems(plan.items());
    outlays.addTransfers(plan.transfers());
    outlays.addHolds(plan.holds());
    outlays.addDebits(plan.debits());
    for (PlayerPlan player : plan.players()) {
      for (Currency currency : Currency.values()) {
        long credited =
            player.credits().stream()
                .filter(credit -> credit.currency() == currency)
                .mapToLong(PlayerPlan.CreditPlan::units)
                .sum();
        assertThat(credited).isGreaterThan(outlays.of(player.number(), currency));
      }
    }
  }

  @Test
  void whatNobodyCanPayIsBeyondAllCreditsTogether() {
    long mostOfAll =
        plan.players().stream()
            .flatMap(player -> player.credits().stream())
            .mapToLong(PlayerPlan.CreditPlan::units)
            .sum();
    assertThat(plan.trades().filter(trade -> trade.scenario() == Scenario.FUNDS_UNAVAILABLE))
        .isNotEmpty()
        .allSatisfy(trade -> assertThat(trade.offer()).isGreaterThan(mostOfAll));
  }

  @Test
  void aSmallDayHasEveryScenarioToo() {
    DayPlan small = DayPlanner.plan(1, new DaySize(20, 20, 40, 6));
    assertThat(small.trades().map(TradePlan::scenario).distinct())
        .containsExactlyInAnyOrder(Scenario.values());
  }

  @Test
  void refusesASizeThatIsNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DaySize(1, 1, 10, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new DaySize(10, 10, 10, 10));
  }
}
