package io.playledger.projection.feed;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.HoldId;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.TradeId;
import io.playledger.api.score.BoardId;

/**
 * What an activity is about.
 *
 * @param name kind and id, for example {@code trade:<id>}
 */
record Subject(String name) {

  static Subject of(PlayerId player) {
    return new Subject("player:" + player);
  }

  static Subject of(TransactionId transaction) {
    return new Subject("transaction:" + transaction);
  }

  static Subject of(HoldId hold) {
    return new Subject("hold:" + hold);
  }

  static Subject of(ListingId listing) {
    return new Subject("listing:" + listing);
  }

  static Subject of(TradeId trade) {
    return new Subject("trade:" + trade);
  }

  static Subject of(BoardId board) {
    return new Subject("leaderboard:" + board);
  }

  @Override
  public String toString() {
    return name;
  }
}
