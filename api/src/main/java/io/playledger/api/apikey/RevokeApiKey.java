package io.playledger.api.apikey;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Revokes an API key at once.
 *
 * @param asker the player who revokes it; null for the platform
 */
@RejectedFor({"API_KEY_ENDED", "API_KEY_NOT_FOUND"})
public record RevokeApiKey(ApiKeyId key, PlayerId asker, Instant at)
    implements ApiKeyCommand<Void> {}
