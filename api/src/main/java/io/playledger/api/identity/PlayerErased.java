package io.playledger.api.identity;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Who the player is, is to be forgotten: from here on the player's keys are destroyed, and with
 * them every {@link PersonalText} the player wrote. Account, sessions and API keys end by this
 * event, read tables drop what they hold in plain. What the player owns and did stays under the id.
 *
 * @param reason why, by the admin who erased; null where the player asked
 */
@Revision("1")
public record PlayerErased(PlayerId player, PersonalText reason, Instant at)
    implements IdentityEvent {}
