package io.playledger.api.apikey;

import io.playledger.api.RejectedFor;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;

/**
 * Creates an API key. Answers with its {@link ApiKeyId}.
 *
 * @param owner the player for whom the key acts
 * @param scopes wire names of its scopes, separated by spaces
 * @param expiresAt when the key expires
 */
@RejectedFor({"API_KEY_ALREADY_EXISTS", "API_KEY_EXPIRY_OUT_OF_RANGE"})
public record CreateApiKey(
    ApiKeyId key, PlayerId owner, String scopes, Instant expiresAt, Instant at)
    implements ApiKeyCommand<ApiKeyId> {}
