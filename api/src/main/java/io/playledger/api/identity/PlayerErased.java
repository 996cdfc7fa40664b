package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The personal data of a player was erased. This event destroys the player's keys, and with them
 * every {@link PersonalText} that the player wrote, ends account, sessions and API keys, and
 * removes plain text from the read tables. Balances and actions of the player stay under the id.
 *
 * @param reason the admin's reason; none: the player requested it
 */
@Revision("1")
public record PlayerErased(PlayerId player, @Nullable PersonalText reason, Instant at)
    implements IdentityEvent {}
