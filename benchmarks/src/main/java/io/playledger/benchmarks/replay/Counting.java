package io.playledger.benchmarks.replay;

import io.playledger.api.Event;
import io.playledger.runtime.Projection;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.EventHandler;

/**
 * Takes every event, deserialised, and does nothing but count: what a replay costs by itself. Works
 * as a projection of ours and as a handler of stock Axon.
 */
@Projection(
    name = Counting.NAME,
    tables = {})
final class Counting {

  static final String NAME = "nothing";

  private final long expected;
  private final CountDownLatch all = new CountDownLatch(1);
  private long seen;

  /**
   * @param expected events, each once
   */
  Counting(long expected) {
    this.expected = expected;
  }

  @EventHandler
  void on(Event event) {
    seen++;
    if (seen == expected) {
      all.countDown();
    }
  }

  /** Waits until all were seen. */
  boolean awaitAll(Duration patience) throws InterruptedException {
    return all.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Read when the processor has stopped. */
  long seen() {
    return seen;
  }
}
