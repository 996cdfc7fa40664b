package io.playledger.api.ledger.event;

import io.playledger.api.ledger.AssetCode;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * A part of an asset's daily mint limit was used.
 *
 * @param day UTC
 * @param unitsOfDay units minted on that day so far, including these
 */
@Revision("1")
public record AssetMinted(AssetCode asset, LocalDate day, long units, long unitsOfDay, Instant at)
    implements LedgerEvent {}
