package io.playledger.api.ledger;

import java.time.Instant;

/**
 * Adds an asset for ever: code and scale never change.
 *
 * @param transferable whether players may move it between each other
 * @param mintLimitUnitsPerDay most that may be minted in a UTC day; null for no limit
 */
public record RegisterAsset(
    Asset asset, boolean transferable, Long mintLimitUnitsPerDay, Instant at)
    implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return "asset-" + asset.code();
  }
}
