package io.playledger.verification.marketday;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.DaySize;
import io.playledger.verification.day.Outlays;
import io.playledger.verification.ledger.CreditPlan;
import io.playledger.verification.ledger.LedgerPlan;
import io.playledger.verification.market.MarketPlan;
import io.playledger.verification.market.Scenario;
import io.playledger.verification.score.ScorePlan;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plans of all contexts together. */
class DayPlansTest {

  private static final long SEED = 7;

  private final DaySize size = DaySize.whole();
  private final MarketPlan market = MarketPlan.of(SEED, size);
  private final LedgerPlan ledger = LedgerPlan.of(SEED, size);
  private final Outlays outlays = new Outlays(size.players());
  private List<List<CreditPlan>> credits;

  @BeforeEach
  void reserve() {
    market.reserve(outlays);
    ledger.reserve(outlays);
    credits = LedgerPlan.credits(SEED, size, outlays);
  }

  @Test
  void sameSeedGivesTheSamePlans() {
    assertThat(LedgerPlan.of(SEED, size)).isEqualTo(ledger);
    assertThat(LedgerPlan.credits(SEED, size, outlays)).isEqualTo(credits);
    assertThat(ScorePlan.of(SEED, size)).isEqualTo(ScorePlan.of(SEED, size));
  }

  @Test
  void creditsCoverEveryPaymentInAnyOrder() {
    for (int player = 0; player < size.players(); player++) {
      for (Currency currency : Currency.values()) {
        long credited =
            credits.get(player).stream()
                .filter(credit -> credit.currency() == currency)
                .mapToLong(CreditPlan::units)
                .sum();
        assertThat(credited).isGreaterThan(outlays.of(player, currency));
      }
    }
  }

  @Test
  void offerThatMustFailExceedsAllCreditsTogether() {
    long mostOfAll = credits.stream().flatMap(List::stream).mapToLong(CreditPlan::units).sum();
    assertThat(market.trades().filter(trade -> trade.scenario() == Scenario.FUNDS_UNAVAILABLE))
        .isNotEmpty()
        .allSatisfy(trade -> assertThat(trade.offer()).isGreaterThan(mostOfAll));
  }

  @Test
  void invalidSizeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DaySize(1, 1, 10, 3));
    assertThatIllegalArgumentException().isThrownBy(() -> new DaySize(10, 10, 10, 10));
  }
}
