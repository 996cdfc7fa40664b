package io.playledger.server.ledger;

import io.playledger.api.ledger.AssetCode;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A new asset.
 *
 * @param scale decimals
 * @param transferable whether players can transfer it to each other
 * @param mintLimitPerDay decimal string per UTC day; none: unlimited
 */
record AssetBody(
    @Schema(example = "SILVER") @NotNull AssetCode code,
    @Schema(example = "2") @NotNull Integer scale,
    @Schema(example = "true") @NotNull Boolean transferable,
    @Schema(example = "1000000.00") @Nullable String mintLimitPerDay) {}
