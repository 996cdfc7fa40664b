package io.playledger.web.amount;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.LedgerRejection;
import java.util.Map;

/** Amounts of assets that players can transfer. */
public final class TransferableAmounts {

  private final Amounts amounts;

  TransferableAmounts(Amounts amounts) {
    this.amounts = amounts;
  }

  /**
   * Reads an amount.
   *
   * @param field name of the member
   * @throws CommandRejected ASSET_NOT_TRANSFERABLE, and the rejections of {@link Amounts}
   */
  public Amount parse(String field, String asset, String decimal) {
    if (!amounts.registered(asset).transferable()) {
      throw new CommandRejected(LedgerRejection.ASSET_NOT_TRANSFERABLE, Map.of("asset", asset));
    }
    return amounts.parse(field, asset, decimal);
  }
}
