package io.playledger.verification.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.verification.day.DaySize;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarketPlanTest {

  private final MarketPlan plan = MarketPlan.of(7, DaySize.whole());

  @Test
  void sameSeedGivesTheSamePlan() {
    assertThat(MarketPlan.of(7, DaySize.whole())).isEqualTo(plan);
  }

  @Test
  void otherSeedGivesAnotherPlan() {
    assertThat(MarketPlan.of(8, DaySize.whole())).isNotEqualTo(plan);
  }

  @Test
  void wholeDayHasEveryScenarioInItsNumbers() {
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
  void noPlayerTradesWithThemselves() {
    for (ItemPlan item : plan.items()) {
      for (TradePlan trade : item.trades()) {
        assertThat(trade.buyer()).isNotEqualTo(item.seller());
        assertThat(trade.rival()).isNotIn(item.seller(), trade.buyer());
        assertThat(item.priceOf(trade)).isPositive();
      }
    }
  }

  @Test
  void smallDayHasEveryScenario() {
    MarketPlan small = MarketPlan.of(1, new DaySize(20, 20, 40, 6));
    assertThat(small.trades().map(TradePlan::scenario).distinct())
        .containsExactlyInAnyOrder(Scenario.values());
  }
}
