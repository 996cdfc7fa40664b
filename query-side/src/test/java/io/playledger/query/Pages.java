package io.playledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.PageView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Follows cursors to the end. */
public final class Pages {

  private static final int PAGES_MAX = 1_000;

  private Pages() {}

  /**
   * The items of all pages; each but the last must be full.
   *
   * @param page asks for the page behind a cursor, null for the first
   */
  public static <T> List<T> all(int limit, Function<String, ? extends PageView<T>> page) {
    List<T> items = new ArrayList<>();
    String cursor = null;
    for (int pages = 0; pages < PAGES_MAX; pages++) {
      PageView<T> next = page.apply(cursor);
      items.addAll(next.items());
      cursor = next.nextCursor();
      if (cursor == null) {
        assertThat(next.items()).hasSizeLessThanOrEqualTo(limit);
        return items;
      }
      assertThat(next.items()).hasSize(limit);
    }
    throw new AssertionError("The pages do not end.");
  }
}
