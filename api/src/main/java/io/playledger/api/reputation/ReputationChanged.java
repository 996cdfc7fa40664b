package io.playledger.api.reputation;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A player's reputation changed.
 *
 * @param delta points
 * @param score reputation afterwards
 * @param policyVersion version of the rule that gave the delta; a later rule does not change past
 *     events
 * @param source the cause, for example the id of the reviewed trade
 * @param reason the reason of a change by hand
 */
@Revision("1")
public record ReputationChanged(
    PlayerId player,
    ReputationAction action,
    int delta,
    int score,
    int policyVersion,
    String source,
    @Nullable PersonalText reason,
    Instant at)
    implements ReputationEvent {}
