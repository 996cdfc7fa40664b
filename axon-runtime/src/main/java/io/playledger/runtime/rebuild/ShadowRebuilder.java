package io.playledger.runtime.rebuild;

import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.Processor;
import io.playledger.runtime.processor.ProcessorKind;
import io.playledger.runtime.processor.Savepoints;
import io.playledger.runtime.processor.SchemaTransactions;
import io.playledger.runtime.processor.UnknownProcessorException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.IdentifierFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Rebuilds projections in shadow schemas, a few at a time. A rebuild holds its projection's lock,
 * and a connection for it, from before it is recorded until after it has ended, also while it waits
 * for its turn: a recorded rebuild whose lock is free has crashed, on whatever node.
 */
public final class ShadowRebuilder implements ProjectionRebuilder, AutoCloseable {

  private static final Logger logger = LoggerFactory.getLogger(ShadowRebuilder.class);
  private static final int LATEST_MAX = 1_000;

  private final EventProcessors processors;
  private final LogReader log;
  private final DeadLetterTable deadLetters;
  private final DataSource dataSource;
  private final PlatformTransactionManager transactions;
  private final RebuildTable table;
  private final String axonSchema;
  private final String liveSchema;
  private final String node;
  private final Semaphore turns;
  private final ExecutorService executor =
      Executors.newThreadPerTaskExecutor(
          Thread.ofPlatform().daemon().name("rebuild-", 0).factory());

  /**
   * @param dataSource the pool; a running rebuild holds one connection and uses another
   * @param node name of this node, for the record
   * @param atATimeMax parallel rebuilds on this node; further ones wait
   */
  public ShadowRebuilder(
      EventProcessors processors,
      LogReader log,
      DeadLetterTable deadLetters,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      String axonSchema,
      String liveSchema,
      String node,
      int atATimeMax) {
    this.processors = processors;
    this.log = log;
    this.deadLetters = deadLetters;
    this.dataSource = dataSource;
    this.transactions = transactions;
    this.table = new RebuildTable(new JdbcTemplate(dataSource), axonSchema);
    this.axonSchema = axonSchema;
    this.liveSchema = liveSchema;
    this.node = node;
    this.turns = new Semaphore(atATimeMax);
  }

  @Override
  public UUID start(String projection, RebuildMode mode) {
    Processor processor = projectionOrRefuse(projection);
    ShadowTables shadow = new ShadowTables(liveSchema, projection, processor.tables());
    UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
    endCrashed();
    if (table.running().stream().anyMatch(running -> running.projection().equals(projection))) {
      throw RebuildRefusedException.runningAlready(projection);
    }
    RebuildLock lock = RebuildLock.await(dataSource, projection);
    try {
      table.started(id, projection, mode, node);
      executor.execute(() -> run(id, mode, processor, shadow, lock));
    } catch (RuntimeException e) {
      lock.close();
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

  /** Marks rebuilds of killed processes as failed, and drops their shadow tables. */
  public void endCrashed() {
    for (RebuildStatus running : table.running()) {
      try (RebuildLock lock = RebuildLock.take(dataSource, running.projection())) {
        new ShadowTables(liveSchema, running.projection(), List.of()).drop(lock.jdbc());
        table.failed(running.id(), "the process that ran it has ended");
      } catch (RebuildRefusedException e) {
        logger.debug("The rebuild of {} goes on", running.projection(), e);
      }
    }
  }

  private void run(
      UUID id, RebuildMode mode, Processor processor, ShadowTables shadow, RebuildLock lock) {
    try (lock) {
      try {
        inTurn(id, mode, processor, shadow, lock);
        table.done(id);
      } catch (SQLException | InterruptedException | RuntimeException e) {
        logger.error("The rebuild of {} failed", processor.name(), e);
        table.failed(id, e instanceof ReplayFailedException ? e.getMessage() : e.toString());
      }
    }
  }

  private void inTurn(
      UUID id, RebuildMode mode, Processor processor, ShadowTables shadow, RebuildLock lock)
      throws SQLException, InterruptedException {
    turns.acquire();
    try {
      new RebuildRun(
              id,
              mode,
              processor,
              axonSchema,
              shadow,
              table,
              deadLetters,
              replay(processor, shadow))
          .run(lock.connection());
    } finally {
      turns.release();
    }
  }

  private Replay replay(Processor processor, ShadowTables shadow) {
    SchemaTransactions intoShadow =
        SchemaTransactions.throwaway(transactions, new JdbcTemplate(dataSource), shadow.schema());
    return new Replay(
        processor.name(),
        log,
        processor.handlers(),
        intoShadow,
        new Savepoints(transactions),
        deadLetters.discardedPositions(processor.name()));
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
