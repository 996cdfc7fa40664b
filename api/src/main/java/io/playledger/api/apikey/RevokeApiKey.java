package io.playledger.api.apikey;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Ends a key at once.
 *
 * @param asker who asks; null for the platform
 */
public record RevokeApiKey(ApiKeyId key, PlayerId asker, Instant at)
    implements ApiKeyCommand<Void> {}
