package io.playledger.server.escrow;

import io.playledger.api.identity.PlayerId;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The handler of a dispute.
 *
 * @param handler a moderator; none: the caller
 */
record AssignmentBody(
    @Schema(example = "0198c7a2-7b1e-7d3a-9c4e-2f6b8d1a5e70") @Nullable PlayerId handler) {}
