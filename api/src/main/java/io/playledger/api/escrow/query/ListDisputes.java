package io.playledger.api.escrow.query;

import io.playledger.api.PageOf;
import io.playledger.api.escrow.DisputeState;
import io.playledger.api.identity.PlayerId;
import org.jspecify.annotations.Nullable;

/**
 * Disputes, by the time left to decide them.
 *
 * @param state none: all states
 * @param handler only those assigned to this moderator
 */
public record ListDisputes(@Nullable DisputeState state, @Nullable PlayerId handler, PageOf page)
    implements EscrowQuery<DisputePage> {}
