package io.playledger.api.apikey;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * There is a new key.
 *
 * @param scopes what it may do, by wire name, separated by spaces
 */
@Revision("1")
public record ApiKeyCreated(
    ApiKeyId key, PlayerId owner, String scopes, Instant expiresAt, Instant at)
    implements ApiKeyEvent {}
