package io.playledger.api;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for.
 *
 * @param cursor the {@link PageView#nextCursor()} of the page before; none: the first page
 * @param limit items per page, 1 to {@value #LIMIT_MAX}
 */
public record PageOf(@Nullable String cursor, int limit) {

  /** Items that a page holds at most. */
  public static final int LIMIT_MAX = 200;

  /** Items that a page holds where the client names no limit. */
  public static final int LIMIT = 50;

  public PageOf {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("A page holds 1 to " + LIMIT_MAX + " items.");
    }
  }

  /** The first page. */
  public static PageOf first(int limit) {
    return new PageOf(null, limit);
  }
}
