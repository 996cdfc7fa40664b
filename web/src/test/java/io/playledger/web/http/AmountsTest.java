package io.playledger.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.AssetList;
import io.playledger.api.ledger.LedgerRejection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AmountsTest {

  private static final AssetCode USD = new AssetCode("USD");
  private final AtomicInteger looks = new AtomicInteger();
  private final Amounts amounts =
      new Amounts(
          new AssetCatalogue(
              () -> {
                looks.incrementAndGet();
                return new AssetList(List.of(new AssetList.AssetView(USD, 2, true, null)));
              }));

  @Test
  void decimalStringsAreReadExactlyAndWrittenBack() {
    Amount amount = amounts.parse("USD", "12.50");

    assertThat(amount).isEqualTo(new Amount(USD, 1250));
    assertThat(amounts.decimal(amount)).isEqualTo("12.50");
  }

  @Test
  void unknownAssetIsRejectedWithoutLookingItUpEachTime() {
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> amounts.parse("NOPE", "1"))
          .isInstanceOfSatisfying(
              CommandRejected.class,
              rejected -> assertThat(rejected.code()).isEqualTo(LedgerRejection.ASSET_NOT_FOUND));
    }
    assertThat(looks.get()).isBetween(1, 10);
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
