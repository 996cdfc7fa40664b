package io.playledger.runtime.sample;

import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import io.playledger.runtime.sample.CounterMessages.CounterOpened;
import io.playledger.runtime.sample.CounterMessages.CounterStepped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.JdbcTemplate;

/** One row a counter, written at once; one row a step, gathered and flushed. */
@Projection(
    name = "counters",
    tables = {"counter", "counter_step"})
public final class CounterProjection implements BatchFlush {

  private final JdbcTemplate jdbc;
  private final Set<Long> brokenSteps = ConcurrentHashMap.newKeySet();
  private final Set<Long> deadlySteps = ConcurrentHashMap.newKeySet();
  private final AtomicInteger flushes = new AtomicInteger();
  private final BatchState<List<Object[]>> steps = new BatchState<>(ArrayList::new);

  public CounterProjection(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Steps of this size break the handler, by a statement that PostgreSQL refuses. */
  public void breakOn(long by) {
    brokenSteps.add(by);
  }

  /** Steps of this size end in an error, not in an exception. */
  public void dieOn(long by) {
    deadlySteps.add(by);
  }

  /** Number of batches so far. */
  public int flushes() {
    return flushes.get();
  }

  public void mend() {
    brokenSteps.clear();
    deadlySteps.clear();
  }

  @EventHandler
  void on(CounterOpened event) {
    jdbc.update("INSERT INTO counter (counter_id, total) VALUES (?, 0)", event.counterId());
  }

  @EventHandler
  void on(CounterStepped event, @LogPosition long position) {
    steps.get().add(new Object[] {event.counterId(), position, event.by()});
    jdbc.update(
        "UPDATE counter SET total = ? WHERE counter_id = ?", event.total(), event.counterId());
    if (brokenSteps.contains(event.by())) {
      jdbc.execute("SELECT 1 / 0");
    }
    if (deadlySteps.contains(event.by())) {
      throw new NoClassDefFoundError("io/playledger/runtime/Gone");
    }
  }

  @Override
  public void flushBatch() {
    flushes.incrementAndGet();
    jdbc.batchUpdate("INSERT INTO counter_step VALUES (?, ?, ?)", steps.get());
  }
}
