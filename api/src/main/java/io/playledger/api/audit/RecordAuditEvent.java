package io.playledger.api.audit;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Records an audit event. This command is never rejected. */
public record RecordAuditEvent(@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) AuditEvent event)
    implements AuditCommand<Void> {

  @Override
  public String aggregateId() {
    return event.stream();
  }
}
