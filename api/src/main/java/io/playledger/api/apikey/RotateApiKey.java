package io.playledger.api.apikey;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Gives an API key a new secret.
 *
 * @param asker the player who rotates it, who must be the owner
 * @param formerEndsAt until when the former secret is still accepted
 */
@RejectedFor({"API_KEY_ENDED", "API_KEY_NOT_FOUND", "API_KEY_OVERLAP_OUT_OF_RANGE"})
public record RotateApiKey(ApiKeyId key, PlayerId asker, Instant formerEndsAt, Instant at)
    implements ApiKeyCommand<Void> {}
