package io.playledger.api.score;

import io.playledger.api.PageView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Increments, newest first. */
public record ScoreHistoryPage(List<Entry> items, @Nullable String nextCursor)
    implements PageView<ScoreHistoryPage.Entry> {

  /** One increment. */
  public record Entry(long position, BoardId board, long delta, long total, Instant at) {}
}
