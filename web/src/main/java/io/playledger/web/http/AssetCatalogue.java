package io.playledger.web.http;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.AssetList;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.ListAssets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The registered assets. An asset never changes, so known assets are cached permanently. An unknown
 * code triggers another read, at most once per {@value #REFRESH_MILLIS_MIN} ms.
 */
public final class AssetCatalogue {

  private static final long REFRESH_MILLIS_MIN = 100;

  private final Supplier<AssetList> source;
  private volatile Map<String, AssetList.AssetView> known = Map.of();
  private long refreshedNanos = System.nanoTime() - REFRESH_MILLIS_MIN * 1_000_000;

  public AssetCatalogue(QueryGate queries) {
    this(() -> queries.read(new ListAssets(), MinPosition.NONE).value());
  }

  AssetCatalogue(Supplier<AssetList> source) {
    this.source = source;
  }

  /** The asset with this code; ASSET_NOT_FOUND if there is none. */
  public AssetList.AssetView view(String code) {
    if (code == null) {
      throw ApiProblem.invalid("asset", "is missing");
    }
    AssetList.AssetView found = known.get(code);
    if (found == null) {
      refresh();
      found = known.get(code);
    }
    if (found == null) {
      throw new CommandRejected(LedgerRejection.ASSET_NOT_FOUND, Map.of("asset", code));
    }
    return found;
  }

  /** Code and scale of the asset; ASSET_NOT_FOUND if there is none. */
  public Asset asset(String code) {
    AssetList.AssetView view = view(code);
    return new Asset(view.code(), view.scale());
  }

  /** The same for a valid code. */
  public Asset asset(AssetCode code) {
    return asset(code.value());
  }

  /** Adds an asset that was just registered, before the read tables have it. */
  public synchronized void remember(AssetList.AssetView asset) {
    Map<String, AssetList.AssetView> all = new HashMap<>(known);
    all.putIfAbsent(asset.code().value(), asset);
    known = Map.copyOf(all);
  }

  private synchronized void refresh() {
    if (System.nanoTime() - refreshedNanos < REFRESH_MILLIS_MIN * 1_000_000) {
      return;
    }
    Map<String, AssetList.AssetView> all = new HashMap<>(known);
    source.get().assets().forEach(asset -> all.put(asset.code().value(), asset));
    known = Map.copyOf(all);
    refreshedNanos = System.nanoTime();
  }
}
