package io.playledger.access.identity.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner sees it.
 *
 * @param address from which it was last refreshed
 */
public record SessionSummary(
    UUID id,
    String device,
    String address,
    Instant signedInAt,
    Instant usedAt,
    Instant expiresAt) {}
