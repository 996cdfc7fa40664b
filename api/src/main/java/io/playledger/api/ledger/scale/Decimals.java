package io.playledger.api.ledger.scale;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.event.AssetRegistered;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns smallest units into decimal strings and back, by the scale of their asset. */
public final class Decimals {

  private final Assets assets;

  public Decimals(Assets assets) {
    this.assets = assets;
  }

  /** For example {@code 12.50}. ASSET_NOT_FOUND where there is no such asset. */
  public String of(AssetCode asset, long units) {
    return of(asset, BigInteger.valueOf(units));
  }

  /** The same for units that can be missing. */
  public @Nullable String ofNullable(AssetCode asset, @Nullable Long units) {
    return units == null ? null : of(asset, units);
  }

  /** The same for sums that exceed a long. */
  public String of(AssetCode asset, BigInteger units) {
    return new BigDecimal(units, asset(asset).scale()).toPlainString();
  }

  /** The decimal string of an amount, without its asset. */
  public String of(Amount amount) {
    return of(amount.asset(), amount.units());
  }

  /** The amount and its asset, for example {@code 12.50 USD}. */
  public String withAsset(Amount amount) {
    return of(amount) + " " + amount.asset();
  }

  /**
   * The smallest units that a decimal string says; ASSET_NOT_FOUND where there is no such asset.
   *
   * @throws IllegalArgumentException and CommandRejected as {@link Asset#toUnits}
   */
  public long units(AssetCode asset, String decimal) {
    return asset(asset).toUnits(decimal);
  }

  private Asset asset(AssetCode code) {
    return registered(code).asset();
  }

  /** How the asset was registered; ASSET_NOT_FOUND where there is no such asset. */
  public AssetRegistered registered(AssetCode code) {
    return assets
        .find(code)
        .orElseThrow(
            () ->
                new CommandRejected(
                    LedgerRejection.ASSET_NOT_FOUND, Map.of("asset", code.value())));
  }
}
