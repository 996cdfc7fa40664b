package io.playledger.api.ledger.scale;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.event.AssetRegistered;
import java.util.Optional;

/** The assets that are registered. What is said of an asset here never changes. */
@FunctionalInterface
public interface Assets {

  /** How the asset was registered; empty where no asset has this code. */
  Optional<AssetRegistered> find(AssetCode code);
}
