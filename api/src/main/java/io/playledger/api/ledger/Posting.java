package io.playledger.api.ledger;

import java.util.Objects;

/**
 * One line of a transaction.
 *
 * @param units signed smallest units, never 0: positive adds to the account
 * @param reason the reason, from this account's point of view
 */
public record Posting(AccountId account, AssetCode asset, long units, TransactionType reason) {

  public Posting {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(asset, "asset");
    Objects.requireNonNull(reason, "reason");
    if (units == 0) {
      throw new IllegalArgumentException("A posting moves something.");
    }
  }
}
