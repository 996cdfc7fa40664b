package io.playledger.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TradeTermsTest {

  private static final Duration DAY = Duration.ofDays(1);

  @ParameterizedTest
  @CsvSource({
    "250, 10000, 250",
    "250, 39, 0",
    "250, 40, 1",
    "250, 79, 1",
    "0, 10000, 0",
    "10000, 77, 77",
    "9999, 9223372036854775807, 9222449699651090329"
  })
  void feeIsRoundedDown(int basisPoints, long units, long fee) {
    assertThat(terms(basisPoints, Ruling.REFUND).feeOn(units)).isEqualTo(fee);
  }

  @Test
  void feeAboveOneHundredPercentIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> terms(10_001, Ruling.REFUND));
  }

  @Test
  void splitAsDefaultRulingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> terms(250, Ruling.SPLIT));
  }

  private static TradeTerms terms(int basisPoints, Ruling defaultRuling) {
    return new TradeTerms(basisPoints, DAY, DAY, DAY, defaultRuling);
  }
}
