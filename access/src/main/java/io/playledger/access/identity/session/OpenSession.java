package io.playledger.access.identity.session;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A session together with its newest refresh token.
 *
 * @param refreshToken for its bearer alone
 * @param refreshExpiresAt when the refresh token ends
 */
public record OpenSession(
    UUID id, PlayerId player, Proof proof, SecretToken refreshToken, Instant refreshExpiresAt) {}
