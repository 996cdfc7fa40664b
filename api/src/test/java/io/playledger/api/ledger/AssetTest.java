package io.playledger.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.playledger.api.CommandRejected;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTest {

  private final Asset usd = new Asset(new AssetCode("USD"), 2);

  @Nested
  class ToUnits {

    @ParameterizedTest
    @CsvSource({
      "12.5, 1250",
      "12.50, 1250",
      "12.5000, 1250",
      "0, 0",
      "-0.01, -1",
      "92233720368547758.07, 9223372036854775807"
    })
    void decimalStringIsReadExactly(String decimal, long units) {
      assertThat(usd.toUnits(decimal)).isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1e3", "+1", "1.", ".5", "1,5", "NaN", "0x1", "١"})
    void textThatIsNotADecimalIsRefused(String text) {
      assertThatIllegalArgumentException().isThrownBy(() -> usd.toUnits(text));
    }

    @Test
    void moreDecimalsThanTheAssetHasAreRejected() {
      assertThatExceptionOfType(CommandRejected.class)
          .isThrownBy(() -> usd.toUnits("0.001"))
          .satisfies(no -> assertThat(no.code()).isEqualTo(LedgerRejection.AMOUNT_TOO_PRECISE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"92233720368547758.08", "9999999999999999999"})
    void amountAboveTheLargestBalanceIsRejected(String decimal) {
      assertThatExceptionOfType(CommandRejected.class)
          .isThrownBy(() -> usd.toUnits(decimal))
          .satisfies(no -> assertThat(no.code()).isEqualTo(LedgerRejection.AMOUNT_OUT_OF_RANGE));
    }
  }

  @ParameterizedTest
  @CsvSource({"1250, 12.50", "-1, -0.01", "0, 0.00", "9223372036854775807, 92233720368547758.07"})
  void amountIsWrittenWithAllDecimalsOfItsAsset(long units, String decimal) {
    assertThat(usd.toDecimal(units)).isEqualTo(decimal);
  }
}
