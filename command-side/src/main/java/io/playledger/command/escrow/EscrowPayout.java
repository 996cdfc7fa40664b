package io.playledger.command.escrow;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.market.TradeOutcome;
import io.playledger.api.market.TradeTerms;
import java.util.ArrayList;
import java.util.List;

/**
 * The payout of an escrow.
 *
 * @param outcome how the trade ends
 * @param fee units of the seller's share that the platform keeps
 */
record EscrowPayout(TradeOutcome outcome, long fee, Postings postings) {

  /**
   * Pays both shares of an escrow; a share of 0 has no posting.
   *
   * @param toSeller units before the fee
   * @param toBuyer units
   */
  static EscrowPayout of(
      TradeOutcome outcome,
      EscrowParties parties,
      AssetCode asset,
      TradeTerms terms,
      long toSeller,
      long toBuyer) {
    long fee = terms.feeOn(toSeller);
    AccountId buyer = AccountId.wallet(parties.buyer());
    AccountId seller = AccountId.wallet(parties.seller());
    AccountId escrow = AccountId.escrow(parties.escrow().value());
    List<Posting> lines = new ArrayList<>();
    line(lines, escrow, asset, -toSeller, TransactionType.ESCROW_RELEASE);
    line(lines, escrow, asset, -toBuyer, TransactionType.ESCROW_REFUND);
    line(lines, seller, asset, toSeller - fee, TransactionType.ESCROW_RELEASE);
    line(lines, AccountId.FEES, asset, fee, TransactionType.TRADE_FEE);
    line(lines, buyer, asset, toBuyer, TransactionType.ESCROW_REFUND);
    return new EscrowPayout(outcome, fee, new Postings(lines));
  }

  private static void line(
      List<Posting> lines, AccountId account, AssetCode asset, long units, TransactionType reason) {
    if (units != 0) {
      lines.add(new Posting(account, asset, units, reason));
    }
  }
}
