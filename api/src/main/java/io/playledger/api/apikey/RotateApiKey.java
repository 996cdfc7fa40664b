package io.playledger.api.apikey;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Gives a key a new secret.
 *
 * @param asker who asks; only the owner may
 * @param formerEndsAt until when the former secret is still taken
 */
public record RotateApiKey(ApiKeyId key, PlayerId asker, Instant formerEndsAt, Instant at)
    implements ApiKeyCommand<Void> {}
