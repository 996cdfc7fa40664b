package io.playledger.api.ledger.query;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction with all its postings. */
public record TransactionView(
    TransactionId id,
    List<Line> postings,
    @Nullable String memo,
    @Nullable TransactionId reverses,
    @Nullable TransactionId reversedBy,
    long position,
    Instant at) {

  /**
   * One posting.
   *
   * @param amount signed decimal string
   */
  public record Line(AccountId account, AssetCode asset, String amount, TransactionType reason) {}
}
