package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.StoredOutcome;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.command.CommandConflictException;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.OutcomeUnknownException;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Refused;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.StepBoth;
import io.playledger.runtime.sample.CounterMessages.Total;
import io.playledger.runtime.sample.SampleApplication;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Many callers on few counters, on two nodes that know nothing of each other's appends, while the
 * writers' backends are terminated at random. Whatever a caller was told must fit one order of all
 * commands: that of the log.
 */
@Tag("proof")
class RandomHotCommandsIT {

  private static final long LIMIT = 1_000;
  private static final int CALLERS = 24;
  private static final int COMMANDS_A_CALLER = 60;
  private static final int COUNTERS = 6;

  /** Exactly one of reply and failure is there. */
  private record Told(
      List<String> counters, long by, CommandKey key, CommandReply reply, RuntimeException no) {}

  private record Stored(String counter, long by, long total) {}

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean done = new AtomicBoolean();

  @Test
  void answersAgreeWithTheOrderOfTheLog() throws Exception {
    System.out.println("seed " + seed);
    PostgresDatabase database = SampleApplication.newDatabase();
    try (SampleApplication one = node(database, "one");
        SampleApplication another = node(database, "another");
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int counter = 0; counter < COUNTERS; counter++) {
        one.send(new OpenCounter(id(counter)));
      }
      List<Future<?>> playing = new ArrayList<>();
      for (int caller = 0; caller < CALLERS; caller++) {
        Random random = new Random(seed + caller);
        SampleApplication node = caller % 4 == 0 ? another : one;
        playing.add(callers.submit(() -> play(node, random)));
      }
      Future<?> chaos = callers.submit(() -> terminateWriters(one.sql(), new Random(seed)));
      for (Future<?> caller : playing) {
        caller.get();
      }
      done.set(true);
      chaos.get();
      check(one);
    }
  }

  private static SampleApplication node(PostgresDatabase database, String name) {
    return SampleApplication.on(
        database, List.of(), "test.window=1h", "playledger.runtime.node-id=" + name);
  }

  private static String id(int counter) {
    return "counter:" + counter;
  }

  private void play(SampleApplication node, Random random) {
    for (int i = 0; i < COMMANDS_A_CALLER; i++) {
      long by = 1 + random.nextInt(20);
      int first = random.nextInt(COUNTERS);
      int second = random.nextInt(COUNTERS);
      UUID key = new UUID(random.nextLong(), random.nextLong());
      if (first != second && random.nextInt(4) == 0) {
        List<String> both = List.of(id(first), id(second));
        send(node, new StepBoth(both.getFirst(), both.getLast(), by), both, by, key);
      } else {
        send(node, new Step(id(first), by), List.of(id(first)), by, key);
      }
    }
  }

  private void send(
      SampleApplication node, Object command, List<String> counters, long by, UUID id) {
    CommandKey key = SampleApplication.key(id, command.toString());
    try {
      told.add(new Told(counters, by, key, node.send(command, key), null));
    } catch (RuntimeException no) {
      told.add(new Told(counters, by, key, null, no));
    }
  }

  private void terminateWriters(JdbcTemplate sql, Random random) {
    while (!done.get()) {
      sql.queryForList(
          """
          SELECT pg_terminate_backend(pid), pg_sleep(?) FROM (SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE '%pg_notify%'
              AND query NOT LIKE '%pg_terminate_backend%' LIMIT 1) AS writer
          """,
          0.05 + random.nextDouble() / 5);
    }
  }

  private void check(SampleApplication node) {
    Map<Long, Stored> log = log(node);
    Map<Long, Map<String, Long>> totalsAt = totals(log);
    CommandOutcomes outcomes = node.get(CommandOutcomes.class);
    int rejected = 0;
    int done = 0;
    long events = 0;
    for (Told one : told) {
      Optional<StoredOutcome> outcome = outcomes.find(one.key().scope(), one.key().key());
      if (one.reply() != null) {
        done++;
        events += one.counters().size();
        assertThat(outcome.orElseThrow().position()).isEqualTo(one.reply().position());
        assertIsStored(log, one);
      } else if (one.no() instanceof Refused) {
        rejected++;
        Map<String, Long> totals = totalsAt.get(outcome.orElseThrow().position());
        assertThat(one.counters())
            .as("seed %d: one was full when %s was refused", seed, one)
            .anyMatch(counter -> totals.get(counter) + one.by() > LIMIT);
      } else if (one.no() instanceof OutcomeUnknownException) {
        events += outcome.isPresent() ? one.counters().size() : 0;
      } else {
        assertThat(one.no()).as("seed %d", seed).isInstanceOf(CommandConflictException.class);
        assertThat(outcome).as("seed %d", seed).isEmpty();
      }
    }
    System.out.printf("%d done, %d rejected, of %d%n", done, rejected, told.size());
    assertThat(done).isGreaterThan(200);
    assertThat(rejected).isGreaterThan(50);
    assertThat(log).as("seed %d: nothing else is stored", seed).hasSize((int) events);
  }

  private void assertIsStored(Map<Long, Stored> log, Told one) {
    long last = one.reply().position();
    long sum = 0;
    for (int i = 0; i < one.counters().size(); i++) {
      Stored stored = log.get(last - i);
      assertThat(stored).as("seed %d: %s", seed, one).isNotNull();
      assertThat(one.counters()).contains(stored.counter());
      assertThat(stored.by()).isEqualTo(one.by());
      sum += stored.total();
    }
    assertThat(one.reply().result()).as("seed %d: %s", seed, one).isEqualTo(new Total(sum));
  }

  /** The steps by position; sequences and totals must follow on each other. */
  private Map<Long, Stored> log(SampleApplication node) {
    Map<Long, Stored> log = new HashMap<>();
    Map<String, Long> sequences = new HashMap<>();
    Map<String, Long> totals = new HashMap<>();
    node.sql()
        .query(
            """
            SELECT position, aggregate_id, sequence_number, (payload->>'by')::bigint AS by,
              (payload->>'total')::bigint AS total
            FROM event_store.events ORDER BY position
            """,
            row -> {
              String counter = row.getString("aggregate_id");
              assertThat(row.getLong("sequence_number"))
                  .as("seed %d: sequence of %s", seed, counter)
                  .isEqualTo(sequences.merge(counter, 1L, Long::sum) - 1);
              if (row.getLong("sequence_number") > 0) {
                long total = totals.merge(counter, row.getLong("by"), Long::sum);
                assertThat(row.getLong("total")).as("seed %d: total", seed).isEqualTo(total);
                assertThat(total).isLessThanOrEqualTo(LIMIT);
                log.put(row.getLong("position"), new Stored(counter, row.getLong("by"), total));
              }
            });
    return log;
  }

  /** All totals behind each position. */
  private static Map<Long, Map<String, Long>> totals(Map<Long, Stored> log) {
    Map<String, Long> now = new HashMap<>();
    for (int counter = 0; counter < COUNTERS; counter++) {
      now.put(id(counter), 0L);
    }
    Map<Long, Map<String, Long>> all = new HashMap<>();
    for (long position = COUNTERS; position <= COUNTERS + log.size(); position++) {
      Stored step = log.get(position);
      if (step != null) {
        now.put(step.counter(), step.total());
      }
      all.put(position, new HashMap<>(now));
    }
    return all;
  }
}
