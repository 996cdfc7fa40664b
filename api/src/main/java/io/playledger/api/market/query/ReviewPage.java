package io.playledger.api.market.query;

import io.playledger.api.PageView;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.TradeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reviews of a player, newest first. */
public record ReviewPage(List<Entry> items, @Nullable String nextCursor)
    implements PageView<ReviewPage.Entry> {

  /** One review. */
  public record Entry(
      TradeId trade,
      PlayerId reviewer,
      String reviewerName,
      int rating,
      @Nullable String comment,
      Instant at) {}
}
