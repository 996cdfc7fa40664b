package io.playledger.access.apikey;

import io.playledger.api.apikey.ApiKeyId;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.authority.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key as {@code auth.api_key} has it.
 *
 * @param addresses networks from which it is accepted; empty for all
 */
record ApiKeyRow(
    ApiKeyId id,
    PlayerId owner,
    String name,
    Set<Scope> scopes,
    List<String> addresses,
    Instant createdAt,
    Instant expiresAt,
    Optional<Instant> revokedAt) {

  boolean hasEnded(Instant now) {
    return revokedAt.isPresent() || !now.isBefore(expiresAt);
  }
}
