package io.playledger.api.feed;

import io.playledger.api.PageView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a player's activity. */
public record ActivityPage(List<Entry> items, @Nullable String nextCursor)
    implements PageView<ActivityPage.Entry> {

  /**
   * One activity.
   *
   * @param type the event's simple name, for example {@code TradeCompleted}
   * @param subject kind and id of what it concerns, for example {@code trade:<id>}
   * @param facts short strings for display, for example {@code asset}, {@code amount}
   */
  public record Entry(
      long position, Instant at, String type, String subject, Map<String, String> facts) {}
}
