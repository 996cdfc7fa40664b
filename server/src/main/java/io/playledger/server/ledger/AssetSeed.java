package io.playledger.server.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.MetadataKeys;
import io.playledger.api.ledger.Asset;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.command.RegisterAsset;
import io.playledger.eventstore.CommandKey;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the assets of every installation. Each start repeats it; only the first has an effect.
 */
@Component
@Order(0)
final class AssetSeed implements ApplicationRunner {

  private static final String SYSTEM = "system";
  private static final String SCOPE = "system:seed";
  private static final List<Asset> ASSETS =
      List.of(
          new Asset(new AssetCode("USD"), 2),
          new Asset(new AssetCode("GOLD"), 0),
          new Asset(new AssetCode("TOKEN"), 8));

  private final Commands commands;
  private final Clock clock;

  AssetSeed(Commands commands, Clock clock) {
    this.commands = commands;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    ASSETS.forEach(this::register);
  }

  private void register(Asset asset) {
    byte[] what = ("asset " + asset.code() + " " + asset.scale()).getBytes(StandardCharsets.UTF_8);
    UUID key = UUID.nameUUIDFromBytes(what);
    Map<String, String> metadata =
        Map.of(
            MetadataKeys.ACTOR_ID, SYSTEM,
            MetadataKeys.ACTOR_ROLE, SYSTEM,
            MetadataKeys.REQUEST_ID, key.toString(),
            MetadataKeys.CORRELATION_ID, key.toString(),
            MetadataKeys.CAUSATION_ID, key.toString(),
            MetadataKeys.IDEMPOTENCY_KEY, key.toString());
    try {
      commands.send(
          new CommandRequest(
              new RegisterAsset(asset, true, null, clock.instant()),
              metadata,
              new CommandKey(SCOPE, key, what)));
    } catch (CommandRejected rejected) {
      // an admin may have created it before
      if (rejected.code() != LedgerRejection.ASSET_ALREADY_REGISTERED) {
        throw rejected;
      }
    }
  }
}
