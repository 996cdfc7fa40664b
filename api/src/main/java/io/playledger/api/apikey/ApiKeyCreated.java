package io.playledger.api.apikey;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * An API key was created.
 *
 * @param scopes wire names of its scopes, separated by spaces
 */
@Revision("1")
public record ApiKeyCreated(
    ApiKeyId key, PlayerId owner, String scopes, Instant expiresAt, Instant at)
    implements ApiKeyEvent {}
