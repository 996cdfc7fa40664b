package io.playledger.query;

import static io.playledger.projection.jooq.tables.Asset.ASSET;

import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.projection.Facts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;

/** Writes smallest units as decimal strings. Scales never change, so each is looked up once. */
public final class Decimals {

  private final DSLContext sql;
  private final Map<AssetCode, Integer> scales = new ConcurrentHashMap<>();

  public Decimals(DSLContext sql) {
    this.sql = sql;
  }

  /** For example {@code 12.50}; null for null. */
  public String of(AssetCode asset, Long units) {
    return units == null ? null : of(asset, BigInteger.valueOf(units));
  }

  /** The same for sums above a long. */
  public String of(AssetCode asset, BigInteger units) {
    return new BigDecimal(units, scale(asset)).toPlainString();
  }

  /** Facts as short strings; an amount becomes {@code 12.50 USD}. */
  public Map<String, String> of(Facts facts) {
    Map<String, String> words = new TreeMap<>(facts.words());
    facts.amounts().forEach((name, amount) -> words.put(name, withAsset(amount)));
    return words;
  }

  private String withAsset(Amount amount) {
    return of(amount.asset(), amount.units()) + " " + amount.asset();
  }

  private int scale(AssetCode asset) {
    Integer known = scales.get(asset);
    if (known == null) {
      known = sql.select(ASSET.SCALE).from(ASSET).where(ASSET.CODE.eq(asset)).fetchOne(ASSET.SCALE);
      if (known == null) {
        throw new IllegalStateException("The read tables do not know asset " + asset + " yet.");
      }
      scales.put(asset, known);
    }
    return known;
  }
}
