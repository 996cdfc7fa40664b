package io.playledger.api.ledger.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import java.util.List;

/** A wallet's balances, by asset code. */
public record WalletView(PlayerId owner, List<Balance> balances) {

  /**
   * One asset's balance; decimal strings.
   *
   * @param posted sum of the postings
   * @param held sum of the open holds
   * @param available posted minus held
   */
  public record Balance(AssetCode asset, String posted, String held, String available) {}
}
