package io.playledger.api.apikey;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Makes a key. Answers with its {@link ApiKeyId}.
 *
 * @param owner in whose name it acts
 * @param scopes what it may do, by wire name, separated by spaces
 * @param expiresAt when it ends by itself
 */
public record CreateApiKey(
    ApiKeyId key, PlayerId owner, String scopes, Instant expiresAt, Instant at)
    implements ApiKeyCommand<ApiKeyId> {}
