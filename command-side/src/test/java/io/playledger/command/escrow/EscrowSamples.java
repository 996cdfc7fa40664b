package io.playledger.command.escrow;

import static io.playledger.command.Samples.ANNA;
import static io.playledger.command.Samples.BERT;
import static io.playledger.command.Samples.CARA;
import static io.playledger.command.Samples.GOLD;
import static io.playledger.command.Samples.MODERATOR;
import static io.playledger.command.Samples.NOW;
import static io.playledger.command.Samples.credit;
import static io.playledger.command.Samples.gold;
import static io.playledger.command.Samples.register;
import static io.playledger.command.Samples.text;
import static io.playledger.command.Samples.trade;
import static io.playledger.command.Samples.transaction;

import io.playledger.api.escrow.EscrowStatus;
import io.playledger.api.escrow.command.ConfirmDelivery;
import io.playledger.api.escrow.command.EscrowReceipt;
import io.playledger.api.escrow.command.OpenDispute;
import io.playledger.api.escrow.command.PlaceFundsInEscrow;
import io.playledger.api.escrow.command.RecordDelivery;
import io.playledger.api.escrow.command.RequestCancellation;
import io.playledger.api.escrow.command.ResolveDispute;
import io.playledger.api.escrow.command.SettleEscrow;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import io.playledger.api.market.TradeTerms;
import io.playledger.command.CommandFixture;
import java.time.Duration;
import java.time.Instant;

/** The escrow of a trade in which {@code BERT} buys from {@code ANNA} for 101 GOLD. */
final class EscrowSamples {

  static final TradeId ESCROW = trade(1);
  static final long PRICE = 101;
  static final TradeTerms TERMS =
      new TradeTerms(
          250, Duration.ofHours(3), Duration.ofHours(2), Duration.ofHours(7), Ruling.REFUND);
  static final Instant DELIVER_BY = NOW.plus(Duration.ofHours(3));
  static final Instant COMPLAIN_BY = NOW.plus(Duration.ofHours(2));
  static final Instant DECIDE_BY = NOW.plus(Duration.ofHours(7));

  private EscrowSamples() {}

  /** Players with wallets, the buyer with just enough. */
  static CommandFixture players() {
    return new CommandFixture()
        .given(register(ANNA), register(BERT), register(CARA), credit(1, BERT, PRICE));
  }

  static CommandFixture funded() {
    return funded(TERMS);
  }

  static CommandFixture funded(TradeTerms terms) {
    return players().given(fund(terms));
  }

  static CommandFixture delivered() {
    return funded().given(deliver());
  }

  static CommandFixture disputed() {
    return delivered().given(dispute(BERT, NOW));
  }

  static PlaceFundsInEscrow fund(TradeTerms terms) {
    return new PlaceFundsInEscrow(ESCROW, transaction(2), BERT, ANNA, gold(PRICE), terms, NOW);
  }

  static RecordDelivery deliver() {
    return new RecordDelivery(ESCROW, ANNA, text(ANNA), NOW);
  }

  static ConfirmDelivery confirm() {
    return new ConfirmDelivery(ESCROW, BERT, NOW);
  }

  static RequestCancellation cancel(PlayerId by) {
    return new RequestCancellation(ESCROW, by, NOW);
  }

  static OpenDispute dispute(PlayerId by, Instant at) {
    return new OpenDispute(ESCROW, by, text(by), at);
  }

  static ResolveDispute resolve(Ruling ruling, Long toSeller, Long toBuyer) {
    return new ResolveDispute(ESCROW, ruling, toSeller, toBuyer, MODERATOR, text(MODERATOR), NOW);
  }

  static SettleEscrow settle(Instant at) {
    return new SettleEscrow(ESCROW, transaction(3), at);
  }

  static EscrowReceipt receipt(EscrowStatus status) {
    return new EscrowReceipt(ESCROW, status);
  }

  static Posting line(AccountId account, long units, TransactionType reason) {
    return new Posting(account, GOLD, units, reason);
  }
}
