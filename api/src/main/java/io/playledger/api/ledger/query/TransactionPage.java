package io.playledger.api.ledger.query;

import io.playledger.api.PageView;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wallet's history, newest first. */
public record TransactionPage(List<Entry> items, @Nullable String nextCursor)
    implements PageView<TransactionPage.Entry> {

  /**
   * The effect of one transaction on this wallet, one entry per asset and reason.
   *
   * @param amount signed decimal string
   * @param balance posted balance afterwards
   * @param counterparty the other account; none: there are several
   * @param memo the note of the payer or admin
   * @param reverses the transaction that this one reverses
   * @param reversedBy the transaction that reversed this one
   */
  public record Entry(
      TransactionId id,
      TransactionType type,
      AssetCode asset,
      String amount,
      String balance,
      @Nullable AccountId counterparty,
      @Nullable String memo,
      @Nullable TransactionId reverses,
      @Nullable TransactionId reversedBy,
      long position,
      Instant at) {}
}
