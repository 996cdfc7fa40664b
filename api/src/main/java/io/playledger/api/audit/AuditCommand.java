package io.playledger.api.audit;

import io.playledger.api.Command;

/** Commands of the audit context. */
public sealed interface AuditCommand extends Command permits RecordAuditEvent {}
