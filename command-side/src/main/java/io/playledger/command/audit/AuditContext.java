package io.playledger.command.audit;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import java.util.List;

/** Audit's part of the command side. */
public final class AuditContext implements CommandContext {

  private static final int SNAPSHOT_EVERY = 100;

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.snapshotted(AccountAudit.class, SNAPSHOT_EVERY));
  }
}
