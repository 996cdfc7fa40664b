package io.playledger.api.ledger;

import java.util.Objects;

/**
 * A quantity of an asset.
 *
 * @param units number of smallest units; aggregates reject an amount that is not positive
 */
public record Amount(AssetCode asset, long units) {

  public Amount {
    Objects.requireNonNull(asset, "asset");
  }
}
