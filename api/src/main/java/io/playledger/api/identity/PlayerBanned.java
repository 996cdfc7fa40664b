package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A player was banned.
 *
 * @param until when the ban ends by itself; none: never
 */
@Revision("1")
public record PlayerBanned(
    PlayerId player, PersonalText reason, @Nullable Instant until, Instant at)
    implements IdentityEvent {}
