package io.playledger.api.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * Part of a limited asset's daily mint was used.
 *
 * @param day UTC
 * @param unitsOfDay minted on that day so far, this included
 */
@Revision("1")
public record AssetMinted(AssetCode asset, LocalDate day, long units, long unitsOfDay, Instant at)
    implements LedgerEvent {}
