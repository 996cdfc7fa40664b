package io.playledger.server.ledger;

import io.playledger.api.ledger.AssetCode;
import jakarta.validation.constraints.NotNull;

/**
 * A new asset, for ever.
 *
 * @param scale decimals
 * @param transferable whether players may move it between each other
 * @param mintLimitPerDay decimal string, a UTC day; null for no limit
 */
record AssetBody(
    @NotNull AssetCode code,
    @NotNull Integer scale,
    @NotNull Boolean transferable,
    String mintLimitPerDay) {}
