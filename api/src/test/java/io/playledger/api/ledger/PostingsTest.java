package io.playledger.api.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class PostingsTest {

  private static final AssetCode GOLD = new AssetCode("GOLD");
  private static final AssetCode USD = new AssetCode("USD");

  @Test
  void postingsBalanceForEachAssetSeparately() {
    Postings postings =
        Postings.of(
            posting(AccountId.MINT, GOLD, -5),
            posting(AccountId.FEES, GOLD, 5),
            posting(AccountId.MINT, USD, -7),
            posting(AccountId.FEES, USD, 7));

    assertThat(postings.lines()).hasSize(4);
  }

  @Test
  void unbalancedPostingsCannotBeConstructed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Postings.of(posting(AccountId.MINT, GOLD, -5), posting(AccountId.FEES, GOLD, 4)))
        .withMessageContaining("GOLD");
  }

  @Test
  void oneAssetDoesNotBalanceAnother() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Postings.of(posting(AccountId.MINT, GOLD, -5), posting(AccountId.FEES, USD, 5)));
  }

  @Test
  void postingsDoNotBalanceByOverflow() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Postings.of(
                    posting(AccountId.MINT, GOLD, Long.MAX_VALUE),
                    posting(AccountId.FEES, GOLD, Long.MAX_VALUE),
                    posting(AccountId.BURN, GOLD, 2)));
  }

  @Test
  void fewerThanTwoPostingsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Postings(List.of()));
  }

  private static Posting posting(AccountId account, AssetCode asset, long units) {
    return new Posting(account, asset, units, TransactionType.ADJUSTMENT);
  }
}
