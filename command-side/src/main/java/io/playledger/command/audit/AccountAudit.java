package io.playledger.command.audit;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.audit.AuditEvent;
import io.playledger.api.audit.RecordAuditEvent;
import io.playledger.command.aggregate.Root;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The audit stream of one player. It decides nothing. */
public class AccountAudit implements Root {

  @AggregateIdentifier private @Nullable String id;

  /** Required by Axon. */
  protected AccountAudit() {}

  @Override
  public boolean exists() {
    return id != null;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordAuditEvent command) {
    apply(command.event());
  }

  @EventSourcingHandler
  void on(AuditEvent event) {
    id = event.stream();
  }
}
