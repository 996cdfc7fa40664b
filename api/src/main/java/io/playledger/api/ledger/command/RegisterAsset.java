package io.playledger.api.ledger.command;

import io.playledger.api.RejectedFor;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Creates an asset permanently: its code and scale never change.
 *
 * @param transferable whether players can transfer it to each other
 * @param mintLimitUnitsPerDay most units that can be minted per UTC day; none: unlimited
 */
@RejectedFor({"ASSET_ALREADY_REGISTERED", "MINT_LIMIT_NOT_POSITIVE"})
public record RegisterAsset(
    Asset asset, boolean transferable, @Nullable Long mintLimitUnitsPerDay, Instant at)
    implements LedgerCommand<Void> {
  @Override
  public String aggregateId() {
    return aggregateId(asset.code());
  }

  /** Names the aggregate of the asset with this code. */
  public static String aggregateId(AssetCode code) {
    return "asset-" + code;
  }
}
