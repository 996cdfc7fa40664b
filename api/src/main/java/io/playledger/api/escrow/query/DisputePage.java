package io.playledger.api.escrow.query;

import io.playledger.api.PageView;
import io.playledger.api.escrow.DisputeState;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import java.util.List;

/** A page of disputes. */
public record DisputePage(List<DisputeView> items, String nextCursor)
    implements PageView<DisputePage.DisputeView> {

  /**
   * One dispute.
   *
   * @param amount decimal string
   * @param handler null until assigned
   * @param ruling null until resolved
   */
  public record DisputeView(
      TradeId escrow,
      PlayerId buyer,
      PlayerId seller,
      AssetCode asset,
      String amount,
      DisputeState state,
      PlayerId openedBy,
      PlayerId handler,
      Ruling ruling,
      Instant openedAt,
      Instant decideBy,
      Instant resolvedAt) {}
}
