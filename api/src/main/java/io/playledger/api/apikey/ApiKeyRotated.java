package io.playledger.api.apikey;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A key has a new secret.
 *
 * @param formerEndsAt until when the former one is taken
 */
@Revision("1")
public record ApiKeyRotated(ApiKeyId key, Instant formerEndsAt, Instant at)
    implements ApiKeyEvent {}
