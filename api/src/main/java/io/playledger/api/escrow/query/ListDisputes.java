package io.playledger.api.escrow.query;

import io.playledger.api.PageOf;
import io.playledger.api.escrow.DisputeState;
import io.playledger.api.identity.PlayerId;

/**
 * Disputes, by the time left to decide them.
 *
 * @param state null for all
 * @param handler only those assigned to this moderator; null for all
 */
public record ListDisputes(DisputeState state, PlayerId handler, PageOf page)
    implements EscrowQuery<DisputePage> {}
