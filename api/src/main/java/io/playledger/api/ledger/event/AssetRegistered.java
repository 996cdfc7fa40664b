package io.playledger.api.ledger.event;

import io.playledger.api.ledger.Asset;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** An asset was created. */
@Revision("1")
public record AssetRegistered(
    Asset asset, boolean transferable, @Nullable Long mintLimitUnitsPerDay, Instant at)
    implements LedgerEvent {}
