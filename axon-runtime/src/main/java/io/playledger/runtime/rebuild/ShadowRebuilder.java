package io.playledger.runtime.rebuild;

import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.Processor;
import io.playledger.runtime.processor.ProcessorKind;
import io.playledger.runtime.processor.Savepoints;
import io.playledger.runtime.processor.SchemaTransactions;
import io.playledger.runtime.processor.UnknownProcessorException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.IdentifierFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.PlatformTransactionManager;

/** Rebuilds projections in shadow schemas, two at a time at most. */
public final class ShadowRebuilder implements ProjectionRebuilder, AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(ShadowRebuilder.class);
  private static final int AT_A_TIME = 2;
  private static final int LATEST_MAX = 1_000;

  private final EventProcessors processors;
  private final LogReader log;
  private final DataSource dataSource;
  private final PlatformTransactionManager transactions;
  private final RebuildTable table;
  private final String axonSchema;
  private final String liveSchema;
  private final String node;
  private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor =
      Executors.newFixedThreadPool(
          AT_A_TIME, Thread.ofPlatform().daemon().name("rebuild-", 0).factory());

  /**
   * @param dataSource the pool; a running rebuild holds one connection and uses another
   * @param node name of this node, for the record
   */
  public ShadowRebuilder(
      EventProcessors processors,
      LogReader log,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      String axonSchema,
      String liveSchema,
      String node) {
    this.processors = processors;
    this.log = log;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.table = new RebuildTable(new JdbcTemplate(dataSource), axonSchema);
    this.axonSchema = axonSchema;
    this.liveSchema = liveSchema;
    this.node = node;
  }

  @Override
  public UUID start(String projection, RebuildMode mode) {
    Processor processor = projectionOrRefuse(projection);
    ShadowTables shadow = new ShadowTables(liveSchema, projection, processor.tables());
    UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
    endCrashed();
    underWay.add(id);
    try {
      table.started(id, projection, mode, node);
      executor.execute(() -> run(id, mode, processor, shadow));
    } catch (RuntimeException e) {
      underWay.remove(id);
      throw e;
    }
    return id;
  }

  private Processor projectionOrRefuse(String projection) {
    try {
      return processors.projection(projection);
    } catch (UnknownProcessorException e) {
      throw new RebuildRefusedException("there is no projection " + projection);
    }
  }

  @Override
  public Optional<RebuildStatus> find(UUID id) {
    return table.find(id);
  }

  @Override
  public List<RebuildStatus> latest(int limit) {
    if (limit < 1 || limit > LATEST_MAX) {
      throw new IllegalArgumentException("limit must be 1 to 1000");
    }
    return table.latest(limit);
  }

  @Override
  public List<String> projections() {
    return processors.all().stream()
        .filter(processor -> processor.kind() == ProcessorKind.PROJECTION)
        .map(Processor::shortName)
        .toList();
  }

  /** Marks what a killed process left running as failed, and drops its shadow tables. */
  public void endCrashed() {
    for (RebuildStatus running : table.running()) {
      if (underWay.contains(running.id())) {
        // it may not have its lock yet: it waits for a thread
        continue;
      }
      try (Connection connection = dataSource.getConnection()) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        if (!lock(jdbc, running.projection())) {
          continue;
        }
        new ShadowTables(liveSchema, running.projection(), List.of()).drop(jdbc);
        table.failed(running.id(), "the process that ran it has ended");
        unlock(jdbc, running.projection());
      } catch (SQLException e) {
        throw new IllegalStateException("cannot look for crashed rebuilds", e);
      }
    }
  }

  private void run(UUID id, RebuildMode mode, Processor processor, ShadowTables shadow) {
    try (Connection own = dataSource.getConnection()) {
      JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(own, true));
      if (!lock(jdbc, processor.shortName())) {
        throw new RebuildRefusedException("another node is rebuilding " + processor.shortName());
      }
      try {
        new RebuildRun(id, mode, processor, axonSchema, shadow, table, replay(processor, shadow))
            .run(own);
      } finally {
        unlock(jdbc, processor.shortName());
      }
      table.done(id);
    } catch (SQLException | RuntimeException e) {
      logger.error("The rebuild of {} failed", processor.name(), e);
      table.failed(id, e.toString());
    } finally {
      underWay.remove(id);
    }
  }

  private Replay replay(Processor processor, ShadowTables shadow) {
    SchemaTransactions intoShadow =
        SchemaTransactions.throwaway(transactions, new JdbcTemplate(dataSource), shadow.schema());
    return new Replay(
        processor.name(), log, processor.handlers(), intoShadow, new Savepoints(transactions));
  }

  private static boolean lock(JdbcTemplate jdbc, String projection) {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "SELECT pg_try_advisory_lock(hashtextextended(?, 0))",
            Boolean.class,
            "rebuild:" + projection));
  }

  private static void unlock(JdbcTemplate jdbc, String projection) {
    jdbc.queryForList("SELECT pg_advisory_unlock(hashtextextended(?, 0))", "rebuild:" + projection);
  }

  /** Running rebuilds are interrupted and end as failed. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
        logger.warn("A rebuild does not end; the next start marks it as failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
