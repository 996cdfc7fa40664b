package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** What a player comes in with is another. */
@Revision("1")
public record CredentialChanged(PlayerId player, CredentialChange change, Instant at)
    implements AuditEvent {}
