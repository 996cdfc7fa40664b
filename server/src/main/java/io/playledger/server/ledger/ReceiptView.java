package io.playledger.server.ledger;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import java.util.List;

/**
 * The effect of a transaction as the caller can see it: admins see every wallet, players their own.
 *
 * @param dryRun whether the transaction was only tried and not posted
 */
record ReceiptView(TransactionId transaction, boolean dryRun, List<Change> changes) {

  /**
   * One wallet's change of one asset; decimal strings.
   *
   * @param amount signed
   * @param posted posted balance afterwards
   * @param available posted minus held, afterwards
   */
  record Change(
      AccountId account, AssetCode asset, String amount, String posted, String available) {}
}
