package io.playledger.access.identity.session;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.UUID;

/**
 * A session together with its newest refresh token.
 *
 * @param refreshToken for its bearer only
 * @param refreshExpiresAt expiry of the refresh token
 */
public record OpenSession(
    UUID id, PlayerId player, Proof proof, SecretToken refreshToken, Instant refreshExpiresAt) {}
