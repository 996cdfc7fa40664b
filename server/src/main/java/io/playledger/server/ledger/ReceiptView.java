package io.playledger.server.ledger;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import java.util.List;

/**
 * What a transaction did, as far as the caller may know: admins see every wallet, players their
 * own.
 *
 * @param dryRun whether it only would have
 */
record ReceiptView(TransactionId transaction, boolean dryRun, List<Change> changes) {

  /**
   * One wallet's change of one asset; decimal strings.
   *
   * @param amount signed
   * @param posted balance after
   * @param available posted less held, after
   */
  record Change(
      AccountId account, AssetCode asset, String amount, String posted, String available) {}
}
