package io.playledger.verification.day;

import io.playledger.verification.http.Pause;
import io.playledger.verification.http.Session;
import java.time.Duration;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Waits for what the platform does by itself, by asking again and again, within bounds. */
public final class Watch {

  private static final long FIRST_MILLIS = 20;
  private static final long MILLIS_MAX = 500;

  private final Desk desk;

  public Watch(Desk desk) {
    this.desk = desk;
  }

  /** What a read shows once it is as wanted, or at the end of the time, wanted or not. */
  public JsonNode until(
      Session who, String kind, String path, Predicate<JsonNode> wanted, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    long pauseMillis = FIRST_MILLIS;
    while (true) {
      JsonNode data = desk.read(who, kind, path).data();
      if (wanted.test(data) || System.nanoTime() > end) {
        return data;
      }
      Pause.millis(pauseMillis);
      pauseMillis = Math.min(MILLIS_MAX, pauseMillis * 3 / 2);
    }
  }
}
