package io.playledger.api.ledger;

import java.util.List;

/**
 * What a transaction did to the wallets it touched.
 *
 * @param dryRun whether it only would have
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
   * @param posted balance after
   * @param available posted less held, after
   */
  public record WalletChange(
      AccountId account, AssetCode asset, long units, long posted, long available) {}
}
