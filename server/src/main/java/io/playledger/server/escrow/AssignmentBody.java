package io.playledger.server.escrow;

import io.playledger.api.identity.PlayerId;

/**
 * Who takes a dispute.
 *
 * @param handler a moderator; null for the caller
 */
record AssignmentBody(PlayerId handler) {}
