package io.playledger.api.ledger.query;

import io.playledger.api.PageView;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The postings that add up to a balance, oldest first.
 *
 * @param posted the balance after the last posting of the last page
 */
public record BalanceExplanation(
    AssetCode asset, String posted, List<Step> items, @Nullable String nextCursor)
    implements PageView<BalanceExplanation.Step> {

  /** One posting and the balance after it. */
  public record Step(
      long position,
      TransactionId transaction,
      TransactionType reason,
      String amount,
      String balance,
      Instant at) {}
}
