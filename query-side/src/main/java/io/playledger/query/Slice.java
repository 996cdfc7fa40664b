package io.playledger.query;

import java.util.List;
import java.util.function.Function;

/**
 * The rows of a page, asked for with one more than fits to see whether there is a next one.
 *
 * @param <R> a row
 */
public record Slice<R>(List<R> rows, boolean hasNext) {

  public static final int LIMIT_MAX = 200;

  /**
   * Cuts off the one row too many.
   *
   * @param fetched at most {@code limit + 1} rows
   */
  public static <R> Slice<R> of(List<R> fetched, int limit) {
    return fetched.size() > limit
        ? new Slice<>(fetched.subList(0, limit), true)
        : new Slice<>(fetched, false);
  }

  /** Rows to ask for: one more than the page holds. */
  public static int fetch(int limit) {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("A page holds 1 to " + LIMIT_MAX + " items.");
    }
    return limit + 1;
  }

  /** The items of the page. */
  public <T> List<T> items(Function<R, T> view) {
    return rows.stream().map(view).toList();
  }

  /** The next page's cursor made from the last row; null where this page is the last. */
  public String next(Function<R, String> cursor) {
    return hasNext ? cursor.apply(rows.getLast()) : null;
  }
}
