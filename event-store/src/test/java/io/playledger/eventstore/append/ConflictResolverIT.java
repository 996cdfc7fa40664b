package io.playledger.eventstore.append;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.HeldLock;
import io.playledger.eventstore.SchemaName;
import io.playledger.eventstore.TestLog;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConflictResolverIT {

  @Test
  void timeoutOfTheLockLeavesNoTransactionOpen() throws SQLException {
    try (TestLog log = TestLog.fresh();
        WriterSession session =
            WriterSession.open(
                log.plain(),
                BatchSql.of(new SchemaName(TestLog.SCHEMA)),
                "node",
                limitsWithLockWait(200))) {
      PendingAppend command = pending("a");
      try (HeldLock _ = new HeldLock(log)) {
        assertThatThrownBy(
                () ->
                    new ConflictResolver(EventStoreObserver.NONE)
                        .resolve(session, List.of(command)))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("lock timeout");
      }

      session.appendAlone(new AppendBatch(List.of(command)));

      // another connection sees it: it is committed
      assertThat(log.number("SELECT count(*) FROM event_store.events")).isEqualTo(1);
    }
  }

  private static EventStoreLimits limitsWithLockWait(int millisMax) {
    return new EventStoreLimits(
        10, 100, 1_000, 10, 10, 1_000, 10, 1_000, 100, 1_000, millisMax, 5_000, 10, 1, 10, 10);
  }

  private static PendingAppend pending(String account) {
    EventStoreLimits limits = EventStoreLimits.defaults();
    return new PendingAppend(
        new EventSerialization(TestLog.SERIALIZER, limits).serialize(List.of(credited(account, 0))),
        null,
        List.of(),
        List.of(),
        new QueuedAppend(limits.appendWaitMillisMax()));
  }
}
