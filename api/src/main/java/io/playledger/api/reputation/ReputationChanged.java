package io.playledger.api.reputation;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A player's standing moved.
 *
 * @param delta points, by the policy named
 * @param score standing from now on
 * @param policyVersion which rule gave the delta, so that a later rule changes nothing past
 * @param source what caused it, for example the id of the reviewed trade
 * @param reason the admin's, for an adjustment by hand; null otherwise
 */
@Revision("1")
public record ReputationChanged(
    PlayerId player,
    ReputationAction action,
    int delta,
    int score,
    int policyVersion,
    String source,
    PersonalText reason,
    Instant at)
    implements ReputationEvent {}
