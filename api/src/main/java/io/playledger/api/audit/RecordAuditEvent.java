package io.playledger.api.audit;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Writes down what has happened; it is never refused. */
public record RecordAuditEvent(@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME) AuditEvent event)
    implements AuditCommand<Void> {

  @Override
  public String aggregateId() {
    return event.stream();
  }
}
