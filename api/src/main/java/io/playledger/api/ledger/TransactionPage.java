package io.playledger.api.ledger;

import io.playledger.api.PageView;
import java.time.Instant;
import java.util.List;

/** A wallet's history, newest first. */
public record TransactionPage(List<Entry> items, String nextCursor)
    implements PageView<TransactionPage.Entry> {

  /**
   * What one transaction did to this wallet, one entry an asset and reason.
   *
   * @param amount signed decimal string
   * @param balance posted balance after
   * @param counterparty the other account; null where there are several
   * @param memo what the payer or admin wrote; null for nothing
   * @param reverses the transaction undone; null where none
   * @param reversedBy the transaction that undid it; null where none
   */
  public record Entry(
      TransactionId id,
      TransactionType type,
      AssetCode asset,
      String amount,
      String balance,
      AccountId counterparty,
      String memo,
      TransactionId reverses,
      TransactionId reversedBy,
      long position,
      Instant at) {}
}
