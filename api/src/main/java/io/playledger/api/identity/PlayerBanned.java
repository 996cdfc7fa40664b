package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A player was banned.
 *
 * @param until when the ban ends by itself; null for never
 */
@Revision("1")
public record PlayerBanned(PlayerId player, PersonalText reason, Instant until, Instant at)
    implements IdentityEvent {}
