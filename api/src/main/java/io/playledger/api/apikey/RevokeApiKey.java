package io.playledger.api.apikey;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Revokes an API key at once.
 *
 * @param asker the player who revokes it; none: the platform
 */
@RejectedFor({"API_KEY_ENDED", "API_KEY_NOT_FOUND"})
public record RevokeApiKey(ApiKeyId key, @Nullable PlayerId asker, Instant at)
    implements ApiKeyCommand<Void> {}
