package io.playledger.api.escrow.query;

import io.playledger.api.PageView;
import io.playledger.api.escrow.DisputeState;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.Ruling;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of disputes. */
public record DisputePage(List<DisputeView> items, @Nullable String nextCursor)
    implements PageView<DisputePage.DisputeView> {

  /**
   * One dispute.
   *
   * @param amount decimal string
   * @param handler the moderator; none: not assigned yet
   * @param ruling none: not resolved yet
   */
  public record DisputeView(
      TradeId escrow,
      PlayerId buyer,
      PlayerId seller,
      AssetCode asset,
      String amount,
      DisputeState state,
      PlayerId openedBy,
      @Nullable PlayerId handler,
      @Nullable Ruling ruling,
      Instant openedAt,
      Instant decideBy,
      @Nullable Instant resolvedAt) {}
}
