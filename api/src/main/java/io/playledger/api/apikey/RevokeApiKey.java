package io.playledger.api.apikey;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Revokes an API key at once.
 *
 * @param asker the player who revokes it; null for the platform
 */
public record RevokeApiKey(ApiKeyId key, PlayerId asker, Instant at)
    implements ApiKeyCommand<Void> {}
