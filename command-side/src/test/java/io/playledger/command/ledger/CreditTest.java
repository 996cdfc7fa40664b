package io.playledger.command.ledger;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.STRANGER;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.id;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.transaction;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CreditWallet;
import io.playledger.api.ledger.command.RegisterAsset;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransactionReceipt.WalletChange;
import io.playledger.api.ledger.event.AssetMinted;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.WalletCredited;
import io.playledger.command.CommandFixture;
import io.playledger.command.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CreditTest {

  private final CommandFixture fixture = new CommandFixture().given(register(ANNA));

  private static CreditWallet credit(AccountId source, long units, boolean limited, Instant at) {
    return new CreditWallet(
        transaction(9),
        ANNA,
        gold(units),
        TransactionType.DAILY_REWARD,
        source,
        limited,
        text(MODERATOR),
        at);
  }

  private static CreditWallet minted(long number, long units, Instant at) {
    return new CreditWallet(
        transaction(number),
        ANNA,
        gold(units),
        TransactionType.AIRDROP,
        AccountId.MINT,
        true,
        null,
        at);
  }

  private static RegisterAsset asset(Long limit) {
    return new RegisterAsset(new Asset(GOLD, 0), true, limit, NOW);
  }

  @Nested
  class Accepts {

    @Test
    void acceptsACreditFromAnAllowedSystemAccount() {
      fixture
          .when(credit(AccountId.PAYMENTS, 50, false, NOW))
          .expectEvents(
              new TransactionPosted(
                  transaction(9),
                  Postings.of(
                      new Posting(AccountId.PAYMENTS, GOLD, -50, TransactionType.DAILY_REWARD),
                      new Posting(AccountId.wallet(ANNA), GOLD, 50, TransactionType.DAILY_REWARD)),
                  text(MODERATOR),
                  null,
                  NOW),
              new WalletCredited(ANNA, transaction(9), gold(50), 50, NOW))
          .expectAnswer(
              new TransactionReceipt(
                  transaction(9),
                  List.of(new WalletChange(AccountId.wallet(ANNA), GOLD, 50, 50, 50)),
                  false));
    }

    @Test
    void acceptsMintingUpToTheLimitOfTheUtcDay() {
      LocalDate day = LocalDate.parse("2026-11-21");
      fixture
          .given(asset(100L), minted(1, 60, NOW))
          .when(minted(2, 40, NOW))
          .expectEvents(
              new TransactionPosted(
                  transaction(2),
                  Postings.of(
                      new Posting(AccountId.MINT, GOLD, -40, TransactionType.AIRDROP),
                      new Posting(AccountId.wallet(ANNA), GOLD, 40, TransactionType.AIRDROP)),
                  null,
                  null,
                  NOW),
              new AssetMinted(GOLD, day, 40, 100, NOW),
              new WalletCredited(ANNA, transaction(2), gold(40), 100, NOW));
    }

    @Test
    void acceptsMintingOnANewUtcDay() {
      Instant midnight = Instant.parse("2026-11-22T00:00:00Z");
      fixture
          .given(asset(100L), minted(1, 100, midnight.minusNanos(1)))
          .given(minted(2, 100, midnight));
    }

    @Test
    void acceptsAnyMintingOfAnAssetWithoutALimit() {
      fixture.given(asset(null), minted(1, Long.MAX_VALUE, NOW));
    }
  }

  @Nested
  class Rejects {

    @Test
    void rejectsASystemAccountThatIsNoSource() {
      for (AccountId source :
          List.of(
              AccountId.FEES, AccountId.BURN, AccountId.wallet(BERT), AccountId.escrow(id(1)))) {
        fixture
            .when(credit(source, 50, false, NOW))
            .expectRejection(LedgerRejection.CREDIT_SOURCE_NOT_ALLOWED);
      }
    }

    @Test
    void rejectsAnAmountOfZeroOrLess() {
      fixture
          .when(credit(AccountId.MINT, 0, false, NOW))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
      fixture
          .when(credit(AccountId.MINT, -1, false, NOW))
          .expectRejection(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }

    @Test
    void rejectsMintingAboveTheLimitOfTheDay() {
      fixture
          .given(asset(100L), minted(1, 60, NOW))
          .when(minted(2, 41, NOW))
          .expectRejection(LedgerRejection.MINT_LIMIT_REACHED);
    }

    @Test
    void rejectsMintingOnAnEarlierDayThatHasRoom() {
      fixture
          .given(asset(100L), minted(1, 100, NOW))
          .when(minted(2, 1, NOW.minus(Duration.ofDays(1))))
          .expectRejection(LedgerRejection.MINT_LIMIT_REACHED);
    }

    @Test
    void rejectsMintingOfAnUnknownAsset() {
      fixture.when(minted(1, 1, NOW)).expectRejection(LedgerRejection.ASSET_NOT_FOUND);
    }

    @Test
    void rejectsACreditToAnUnknownWallet() {
      fixture
          .when(
              new CreditWallet(
                  transaction(9),
                  STRANGER,
                  gold(1),
                  TransactionType.DEPOSIT,
                  AccountId.MINT,
                  false,
                  null,
                  NOW))
          .expectRejection(LedgerRejection.WALLET_NOT_FOUND);
    }

    @Test
    void rejectsACreditThatOverflowsTheBalance() {
      fixture
          .given(Samples.credit(1, ANNA, Long.MAX_VALUE))
          .when(credit(AccountId.MINT, 1, false, NOW))
          .expectRejection(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }

    @Test
    void rejectsACreditUnderATakenId() {
      fixture
          .given(credit(AccountId.MINT, 1, false, NOW))
          .when(credit(AccountId.MINT, 1, false, NOW))
          .expectRejection(LedgerRejection.TRANSACTION_ALREADY_EXISTS);
    }
  }
}
