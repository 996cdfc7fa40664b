package io.playledger.access.identity.erasure;

import io.playledger.api.AsOf;
import io.playledger.api.CommandRejected;
import io.playledger.api.PageOf;
import io.playledger.api.identity.IdentityRejection;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.query.FindWallet;
import io.playledger.api.ledger.query.ListHolds;
import io.playledger.api.ledger.query.WalletView;
import io.playledger.api.market.TradeStatus;
import io.playledger.api.market.query.ListTrades;
import io.playledger.web.call.CurrentReads;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The obstacles to an erasure: funds in motion, and a remaining balance. They are read from the
 * read tables at the current head of the log. Trades and holds that others begin at the same moment
 * end by their own deadlines.
 */
final class OpenBusiness {

  /** States of trades with funds in motion. */
  private static final List<TradeStatus> BINDING =
      List.of(
          TradeStatus.ACCEPTED, TradeStatus.FUNDED, TradeStatus.DELIVERED, TradeStatus.DISPUTED);

  private static final int NAMED_MAX = 20;

  private final CurrentReads reads;

  OpenBusiness(CurrentReads reads) {
    this.reads = reads;
  }

  /** Throws MONEY_IN_MOTION, or BALANCE_LEFT unless the balance is given up. */
  void requireNone(PlayerId player, boolean giveUpBalance) {
    Map<String, String> moving = new TreeMap<>();
    for (TradeStatus status : BINDING) {
      reads
          .latest(new ListTrades(player, null, status, PageOf.first(NAMED_MAX)))
          .items()
          .forEach(trade -> moving.put("trade/" + trade.id(), status.name()));
    }
    reads
        .latest(new ListHolds(player))
        .holds()
        .forEach(hold -> moving.put("hold/" + hold.id(), hold.amount() + " " + hold.asset()));
    if (!moving.isEmpty()) {
      throw new CommandRejected(IdentityRejection.MONEY_IN_MOTION, moving);
    }
    if (!giveUpBalance) {
      requireNoBalance(player);
    }
  }

  private void requireNoBalance(PlayerId player) {
    WalletView wallet = reads.latest(new FindWallet(player, AsOf.latest()));
    Map<String, String> left = new TreeMap<>();
    if (wallet != null) {
      for (WalletView.Balance balance : wallet.balances()) {
        if (new BigDecimal(balance.posted()).signum() != 0) {
          left.put(balance.asset().value(), balance.posted());
        }
      }
    }
    if (!left.isEmpty()) {
      throw new CommandRejected(IdentityRejection.BALANCE_LEFT, left);
    }
  }
}
