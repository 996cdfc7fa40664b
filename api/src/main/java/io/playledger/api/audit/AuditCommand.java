package io.playledger.api.audit;

import io.playledger.api.Command;

/** Commands of the audit context. */
public sealed interface AuditCommand<R> extends Command<R> permits RecordAuditEvent {}
