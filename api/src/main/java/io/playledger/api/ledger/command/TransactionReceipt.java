package io.playledger.api.ledger.command;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import java.util.List;

/**
 * The effect of a transaction on the wallets that it changed.
 *
 * @param dryRun whether the transaction was only tried and not posted
 */
public record TransactionReceipt(
    TransactionId transaction, List<WalletChange> changes, boolean dryRun) {

  public TransactionReceipt {
    changes = List.copyOf(changes);
  }

  /**
   * One wallet's change of one asset.
   *
   * @param units signed
   * @param posted posted balance afterwards
   * @param available posted minus held, afterwards
   */
  public record WalletChange(
      AccountId account, AssetCode asset, long units, long posted, long available) {}
}
