package io.playledger.benchmarks.replay;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.postgres.TemporaryPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * The same events through Axon as it comes: its event table, its event store, its pooled processor
 * with one segment. One thing favours it: batches as large as ours, where its own default is one
 * event a transaction.
 */
final class StockReplay {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private StockReplay() {}

  /** Events a second. */
  static double rate(long seed, long events, int wallets, int batchSize)
      throws InterruptedException {
    HikariConfig config = new HikariConfig();
    config.setDataSource(TemporaryPostgres.durable().newDatabase().dataSource());
    config.setMaximumPoolSize(8);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      Serializer serializer = Jackson3Serializer.builder().build();
      ConnectionProvider connections = pool::getConnection;
      JdbcEventStorageEngine engine =
          JdbcEventStorageEngine.builder()
              .connectionProvider(connections)
              .transactionManager(NoTransactionManager.INSTANCE)
              .eventSerializer(serializer)
              .snapshotSerializer(serializer)
              .build();
      engine.createSchema(PostgresEventTableFactory.INSTANCE);
      new LedgerLog(engine, seed, events, wallets).write();
      return handle(pool, engine, serializer, events, batchSize);
    }
  }

  private static double handle(
      HikariDataSource pool,
      JdbcEventStorageEngine engine,
      Serializer serializer,
      long events,
      int batchSize)
      throws InterruptedException {
    JdbcTokenStore tokens =
        JdbcTokenStore.builder()
            .connectionProvider(new UnitOfWorkAwareConnectionProviderWrapper(pool::getConnection))
            .serializer(serializer)
            .build();
    tokens.createSchema(PostgresTokenTableFactory.INSTANCE);
    Counting counting = new Counting(events);
    EmbeddedEventStore store = EmbeddedEventStore.builder().storageEngine(engine).build();
    ScheduledExecutorService coordinator = Executors.newSingleThreadScheduledExecutor();
    ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor();
    PooledStreamingEventProcessor processor =
        PooledStreamingEventProcessor.builder()
            .name("nothing")
            .eventHandlerInvoker(
                SimpleEventHandlerInvoker.builder().eventHandlers(List.of(counting)).build())
            .messageSource(store)
            .tokenStore(tokens)
            .transactionManager(NoTransactionManager.INSTANCE)
            .initialSegmentCount(1)
            .initialToken(source -> source.createTailToken())
            .batchSize(batchSize)
            .coordinatorExecutor(coordinator)
            .workerExecutor(worker)
            .build();
    try {
      long began = System.nanoTime();
      processor.start();
      BenchmarkFailed.unless(
          counting.awaitAll(PATIENCE), "stock Axon replayed too slowly to be measured");
      return events / ((System.nanoTime() - began) / 1e9);
    } finally {
      processor.shutDown();
      store.shutDown();
      coordinator.shutdownNow();
      worker.shutdownNow();
    }
  }
}
