package io.playledger.web.amount;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.web.problem.ApiProblem;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what clients write (a decimal string beside an asset) into amounts, and back. */
public final class Amounts {

  private final Decimals decimals;

  public Amounts(Decimals decimals) {
    this.decimals = decimals;
  }

  /**
   * Reads an amount, exactly.
   *
   * @param asset code; VALIDATION_FAILED on {@code asset} where the client sends none
   * @param decimal for example {@code "12.50"}; AMOUNT_TOO_PRECISE, AMOUNT_OUT_OF_RANGE, or
   *     VALIDATION_FAILED on {@code amount} where it is no decimal string
   */
  public Amount parse(@Nullable String asset, @Nullable String decimal) {
    return parse("amount", asset, decimal);
  }

  /** The same for a field of another name. */
  public Amount parse(String field, @Nullable String asset, @Nullable String decimal) {
    AssetCode code = asset(asset);
    return new Amount(code, units(field, code, decimal));
  }

  /** The count of smallest units that the decimal string says. */
  public long units(String field, AssetCode asset, @Nullable String decimal) {
    try {
      return decimals.units(asset, decimal);
    } catch (IllegalArgumentException notDecimal) {
      throw ApiProblem.invalid(field, "is no decimal string such as \"12.50\"");
    }
  }

  /** The code of a registered asset; ASSET_NOT_FOUND where there is none. */
  public AssetCode asset(@Nullable String code) {
    return registered(code).asset().code();
  }

  /** How the asset was registered; ASSET_NOT_FOUND where there is no asset with this code. */
  public AssetRegistered registered(@Nullable String code) {
    if (code == null) {
      throw ApiProblem.invalid("asset", "is missing");
    }
    return decimals.registered(parsed(code));
  }

  private static AssetCode parsed(String code) {
    try {
      return new AssetCode(code);
    } catch (IllegalArgumentException otherShape) {
      throw new CommandRejected(LedgerRejection.ASSET_NOT_FOUND, Map.of("asset", code));
    }
  }

  /** Writes smallest units as the asset's decimal string. */
  public String decimal(AssetCode asset, long units) {
    return decimals.of(asset, units);
  }
}
