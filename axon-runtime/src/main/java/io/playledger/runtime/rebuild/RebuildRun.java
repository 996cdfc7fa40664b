package io.playledger.runtime.rebuild;

import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.processor.Processor;
import io.playledger.runtime.processor.TokenTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One rebuild from start to end.
 *
 * <p>The live processor, wherever in the cluster it runs, is paused by locking its token row: it
 * cannot store a token, and so cannot commit a batch, until the comparison and the switch are done.
 * If this process dies, the lock ends with its connection.
 */
final class RebuildRun {

  /** Greatest number of events left to replay while the live processor is paused. */
  private static final long CATCH_UP_EVENTS = 1_000;

  private static final int CATCH_UP_ROUNDS_MAX = 50;
  private static final int COMPARING_MILLIS_MAX = (int) TimeUnit.MINUTES.toMillis(31);
  private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final UUID id;
  private final RebuildMode mode;
  private final Processor processor;
  private final String axonSchema;
  private final ShadowTables shadow;
  private final RebuildTable table;
  private final DeadLetterTable deadLetters;
  private final Replay replay;
  private RebuildState state = RebuildState.REPLAYING;
  private long target;
  private long reportedNanos;

  RebuildRun(
      UUID id,
      RebuildMode mode,
      Processor processor,
      String axonSchema,
      ShadowTables shadow,
      RebuildTable table,
      DeadLetterTable deadLetters,
      Replay replay) {
    this.id = id;
    this.mode = mode;
    this.processor = processor;
    this.axonSchema = axonSchema;
    this.shadow = shadow;
    this.table = table;
    this.deadLetters = deadLetters;
    this.replay = replay;
  }

  /**
   * @param own the rebuild's own connection, which holds the projection's rebuild lock
   */
  void run(Connection own) throws SQLException {
    JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(own, true));
    shadow.create(jdbc);
    try {
      catchUp(jdbc);
      compareAndSwitch(own, jdbc);
    } finally {
      if (!own.isClosed()) {
        own.rollback();
        own.setAutoCommit(true);
        shadow.drop(jdbc);
      }
    }
  }

  /** The replay never goes beyond the live position because it is compared with the live tables. */
  private void catchUp(JdbcTemplate jdbc) {
    TokenTable tokens = new TokenTable(jdbc, axonSchema);
    for (int round = 0; round < CATCH_UP_ROUNDS_MAX; round++) {
      target = tokens.position(processor.name()).orElse(0);
      if (target - replay.position() <= CATCH_UP_EVENTS) {
        return;
      }
      replay.upTo(target, this::reportNowAndThen);
    }
  }

  private void compareAndSwitch(Connection own, JdbcTemplate jdbc) throws SQLException {
    own.setAutoCommit(false);
    // whole tables are read, which takes longer than any statement of a request may
    jdbc.execute("SET LOCAL statement_timeout = '30min'");
    own.setNetworkTimeout(Runnable::run, COMPARING_MILLIS_MAX);
    state = RebuildState.COMPARING;
    jdbc.queryForList(
        "SELECT segment FROM %s.token_entry WHERE processor_name = ? FOR UPDATE"
            .formatted(axonSchema),
        processor.name());
    // in this order, as the live processor takes them
    DeadLetterTable letters = deadLetters.by(jdbc);
    letters.lock(processor.name());
    if (!letters.discardedPositions(processor.name()).equals(replay.discarded())) {
      throw new RebuildRefusedException("a dead letter was discarded meanwhile; start it again");
    }
    target = new TokenTable(jdbc, axonSchema).position(processor.name()).orElse(0);
    report();
    replay.upTo(target, this::reportNowAndThen);
    List<TableComparison> comparisons = shadow.compare(jdbc);
    boolean equal = comparisons.stream().allMatch(TableComparison::equal);
    boolean switching = mode == RebuildMode.SWITCH && !equal;
    if (switching) {
      shadow.putInPlace(jdbc);
      letters.deleteUpTo(processor.name(), target);
    }
    own.commit();
    report();
    table.compared(id, comparisons, switching);
  }

  private void reportNowAndThen() {
    if (System.nanoTime() - reportedNanos > REPORT_NANOS) {
      report();
    }
  }

  private void report() {
    reportedNanos = System.nanoTime();
    table.progress(id, state, replay.position(), target);
  }
}
