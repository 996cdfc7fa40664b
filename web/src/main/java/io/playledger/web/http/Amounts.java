package io.playledger.web.http;

import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;

/** Converts between the decimal strings of clients and amounts. */
public final class Amounts {

  private final AssetCatalogue assets;

  public Amounts(AssetCatalogue assets) {
    this.assets = assets;
  }

  /**
   * Reads an amount exactly.
   *
   * @param asset code; ASSET_NOT_FOUND if there is no such asset
   * @param decimal for example {@code "12.50"}; AMOUNT_TOO_PRECISE, AMOUNT_OUT_OF_RANGE, or
   *     VALIDATION_FAILED on {@code amount} if it is not a decimal string
   */
  public Amount parse(String asset, String decimal) {
    return parse("amount", asset, decimal);
  }

  /** The same for a field of another name. */
  public Amount parse(String field, String asset, String decimal) {
    Asset known = assets.asset(asset);
    return new Amount(known.code(), units(field, known, decimal));
  }

  /** The number of smallest units of the decimal string. */
  public long units(String field, AssetCode asset, String decimal) {
    return units(field, assets.asset(asset), decimal);
  }

  /** Writes smallest units as the asset's decimal string. */
  public String decimal(AssetCode asset, long units) {
    return assets.asset(asset).toDecimal(units);
  }

  /** Writes an amount as its decimal string. */
  public String decimal(Amount amount) {
    return decimal(amount.asset(), amount.units());
  }

  private static long units(String field, Asset asset, String decimal) {
    try {
      return asset.toUnits(decimal);
    } catch (IllegalArgumentException notDecimal) {
      throw ApiProblem.invalid(field, "must be a decimal string such as \"12.50\"");
    }
  }
}
