package io.playledger.api.audit;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A credential of a player was changed. */
@Revision("1")
public record CredentialChanged(PlayerId player, CredentialChange change, Instant at)
    implements AuditEvent {}
