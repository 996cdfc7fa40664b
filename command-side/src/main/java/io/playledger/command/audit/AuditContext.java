package io.playledger.command.audit;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import java.util.List;

/** Audit's part of the command side. */
public final class AuditContext {

  private static final int SNAPSHOT_EVERY = 100;

  private AuditContext() {}

  public static Context context() {
    return new Context(
        "audit", List.of(AggregateType.snapshotted(AccountAudit.class, SNAPSHOT_EVERY)), List.of());
  }
}
