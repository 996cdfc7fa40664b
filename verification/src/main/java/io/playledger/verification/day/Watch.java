package io.playledger.verification.day;

import io.playledger.verification.http.Actor;
import io.playledger.verification.http.Pause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Waits for results of the platform's own processes by polling, with a time limit. */
public final class Watch {

  private static final long FIRST_MILLIS = 40;
  private static final long MILLIS_MAX = 500;

  /** Greatest number of waits without success. */
  private static final int VAIN_MAX = 10;

  private static final Duration HOPELESS = Duration.ofSeconds(2);

  private final Desk desk;
  private final AtomicInteger vain = new AtomicInteger();

  public Watch(Desk desk) {
    this.desk = desk;
  }

  /**
   * The result of a read once it satisfies the condition, or at the end of the time in any case.
   */
  public JsonNode until(
      Actor who, String kind, String path, Predicate<JsonNode> wanted, Duration most) {
    Duration patience = vain.get() < VAIN_MAX ? most : HOPELESS;
    long end = System.nanoTime() + patience.toNanos();
    long pauseMillis = FIRST_MILLIS;
    while (true) {
      JsonNode data = desk.read(who, kind, path).data();
      if (wanted.test(data)) {
        return data;
      }
      if (System.nanoTime() > end) {
        vain.incrementAndGet();
        return data;
      }
      Pause.millis(pauseMillis);
      pauseMillis = Math.min(MILLIS_MAX, pauseMillis * 2);
    }
  }
}
