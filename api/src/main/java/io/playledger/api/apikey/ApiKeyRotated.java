package io.playledger.api.apikey;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * An API key got a new secret.
 *
 * @param formerEndsAt until when the former secret is accepted
 */
@Revision("1")
public record ApiKeyRotated(ApiKeyId key, Instant formerEndsAt, Instant at)
    implements ApiKeyEvent {}
