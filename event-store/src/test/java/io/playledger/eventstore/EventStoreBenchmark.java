package io.playledger.eventstore;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.junit.jupiter.api.Test;

/**
 * Appends of one event each by many callers, durable: Axon's stock engine against this one, on the
 * same PostgreSQL in the same run, by turns. Not part of the build: run it with {@code
 * -Dtest=EventStoreBenchmark}; {@code -Dbenchmark.seconds} and {@code -Dbenchmark.callers} set the
 * length of a turn and the callers.
 */
class EventStoreBenchmark {
  private static final int TURNS = 3;
  private static final int ACCOUNTS_A_CALLER = 150;

  private final int callers = Integer.getInteger("benchmark.callers", 64);
  private final int seconds = Integer.getInteger("benchmark.seconds", 3);
  private final PrintStream out = System.out;
  private int turn;

  private record Result(double rate, double p50Millis, double p95Millis, double p99Millis) {}

  public static void main(String[] arguments) throws InterruptedException {
    new EventStoreBenchmark().compareWithTheStockEngine();
  }

  @Test
  void compareWithTheStockEngine() throws InterruptedException {
    try (TestLog log = TestLog.fresh();
        HikariDataSource pool = pool(log)) {
      EventStoreSafety.check(pool);
      EventStorageEngine stock = stock(pool);
      EventStorageEngine ours = log.engine();
      run(stock, 1);
      run(ours, 1);
      Result[] stockResults = new Result[TURNS];
      Result[] ourResults = new Result[TURNS];
      for (int i = 0; i < TURNS; i++) {
        stockResults[i] = run(stock, seconds);
        ourResults[i] = run(ours, seconds);
        print("stock JdbcEventStorageEngine", stockResults[i]);
        print("PostgresEventStorageEngine", ourResults[i]);
      }
      double ratio = median(ourResults) / median(stockResults);
      out.printf(
          "medians of %d turns of %d s, %d callers, %d cores: %.0f/s against %.0f/s, ratio %.1f%n",
          TURNS,
          seconds,
          callers,
          Runtime.getRuntime().availableProcessors(),
          median(ourResults),
          median(stockResults),
          ratio);
    }
  }

  private HikariDataSource pool(TestLog log) {
    HikariConfig config = new HikariConfig();
    config.setDataSource(log.plain());
    config.setMaximumPoolSize(callers);
    config.setMinimumIdle(callers);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(30));
    return new HikariDataSource(config);
  }

  private static EventStorageEngine stock(HikariDataSource pool) {
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .connectionProvider(pool::getConnection)
            .transactionManager(NoTransactionManager.INSTANCE)
            .eventSerializer(TestLog.SERIALIZER)
            .snapshotSerializer(TestLog.SERIALIZER)
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    return engine;
  }

  private Result run(EventStorageEngine engine, int runSeconds) throws InterruptedException {
    int thisTurn = turn++;
    LongAdder appended = new LongAdder();
    ConcurrentLinkedQueue<long[]> latencies = new ConcurrentLinkedQueue<>();
    CountDownLatch done = new CountDownLatch(callers);
    long startNanos = System.nanoTime();
    long endNanos = startNanos + TimeUnit.SECONDS.toNanos(runSeconds);
    for (int caller = 0; caller < callers; caller++) {
      String prefix = "turn-%d-caller-%d-account-".formatted(thisTurn, caller);
      Thread.ofPlatform()
          .start(
              () -> {
                long[] own = append(engine, prefix, endNanos);
                appended.add(own.length);
                latencies.add(own);
                done.countDown();
              });
    }
    done.await();
    double elapsedSeconds = (System.nanoTime() - startNanos) / 1e9;
    long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    return new Result(
        appended.sum() / elapsedSeconds,
        all[all.length / 2] / 1e6,
        all[(int) (all.length * 0.95)] / 1e6,
        all[(int) (all.length * 0.99)] / 1e6);
  }

  private static long[] append(EventStorageEngine engine, String prefix, long endNanos) {
    Map<Integer, Long> sequences = new HashMap<>();
    long[] nanos = new long[1 << 10];
    int count = 0;
    while (System.nanoTime() < endNanos) {
      int account = count % ACCOUNTS_A_CALLER;
      long sequence = sequences.merge(account, 1L, Long::sum) - 1;
      long startNanos = System.nanoTime();
      engine.appendEvents(TestEvents.credited(prefix + account, sequence));
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = System.nanoTime() - startNanos;
    }
    return Arrays.copyOf(nanos, count);
  }

  private static double median(Result[] results) {
    return Arrays.stream(results).mapToDouble(Result::rate).sorted().toArray()[results.length / 2];
  }

  private void print(String engine, Result result) {
    out.printf(
        "%-30s %8.0f/s  p50 %6.2f ms  p95 %6.2f ms  p99 %6.2f ms%n",
        engine, result.rate(), result.p50Millis(), result.p95Millis(), result.p99Millis());
  }
}
