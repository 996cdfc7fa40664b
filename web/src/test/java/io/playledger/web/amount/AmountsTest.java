package io.playledger.web.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.web.problem.ApiProblem;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

  private static final AssetCode USD = new AssetCode("USD");
  private static final AssetRegistered DOLLARS =
      new AssetRegistered(new Asset(USD, 2), true, null, Instant.EPOCH);

  private final Amounts amounts =
      new Amounts(new Decimals(code -> code.equals(USD) ? Optional.of(DOLLARS) : Optional.empty()));

  @Test
  void decimalStringsAreReadExactlyAndWrittenBack() {
    Amount amount = amounts.parse("USD", "12.50");

    assertThat(amount).isEqualTo(new Amount(USD, 1250));
    assertThat(amounts.decimal(USD, 1250)).isEqualTo("12.50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOPE", "usd", "", "U S D"})
  void unknownAssetIsNotFound(String code) {
    assertThatThrownBy(() -> amounts.parse(code, "1"))
        .isInstanceOfSatisfying(
            CommandRejected.class,
            rejected -> assertThat(rejected.code()).isEqualTo(LedgerRejection.ASSET_NOT_FOUND));
  }

  @Test
  void invalidDecimalStringIsRejectedWithItsField() {
    assertThatThrownBy(() -> amounts.parse("price", "USD", "1e3"))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.details()).containsKey("price"));
    assertThatThrownBy(() -> amounts.parse(null, "1"))
        .isInstanceOfSatisfying(
            ApiProblem.class, problem -> assertThat(problem.details()).containsKey("asset"));
  }

  @Test
  void tooManyDecimalsAndTooLargeAmountsAreRejected() {
    assertThatThrownBy(() -> amounts.parse("USD", "0.001"))
        .hasMessageContaining("AMOUNT_TOO_PRECISE");
    assertThatThrownBy(() -> amounts.parse("USD", "9999999999999999999"))
        .hasMessageContaining("AMOUNT_OUT_OF_RANGE");
  }
}
