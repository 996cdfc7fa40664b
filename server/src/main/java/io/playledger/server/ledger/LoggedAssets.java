package io.playledger.server.ledger;

import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.command.RegisterAsset;
import io.playledger.api.ledger.event.AssetRegistered;
import io.playledger.api.ledger.scale.Assets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/**
 * The assets as the log has them: an asset is known on every node as soon as its registration is
 * stored. Each is read once.
 */
@Component
final class LoggedAssets implements Assets {

  private final EventStore log;
  private final Map<AssetCode, AssetRegistered> known = new ConcurrentHashMap<>();

  LoggedAssets(EventStore log) {
    this.log = log;
  }

  @Override
  public Optional<AssetRegistered> find(AssetCode code) {
    AssetRegistered found = known.get(code);
    if (found != null) {
      return Optional.of(found);
    }
    Optional<AssetRegistered> read = read(code);
    read.ifPresent(asset -> known.put(code, asset));
    return read;
  }

  private Optional<AssetRegistered> read(AssetCode code) {
    DomainEventStream events = log.readEvents(RegisterAsset.aggregateId(code), 0);
    return events.hasNext() && events.next().getPayload() instanceof AssetRegistered registered
        ? Optional.of(registered)
        : Optional.empty();
  }
}
