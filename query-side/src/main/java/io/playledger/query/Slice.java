package io.playledger.query;

import io.playledger.api.PageOf;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a page, read with one extra row to see whether there is a next page.
 *
 * @param <R> a row
 */
public record Slice<R>(List<R> rows, boolean hasNext) {

  /**
   * Cuts off the extra row.
   *
   * @param fetched at most {@code limit + 1} rows
   */
  public static <R> Slice<R> of(List<R> fetched, int limit) {
    return fetched.size() > limit
        ? new Slice<>(fetched.subList(0, limit), true)
        : new Slice<>(fetched, false);
  }

  /**
   * Answers a query with a page of rows, the one with the greatest position first.
   *
   * @param select the rows with their conditions, without order and limit
   * @param filter the query without cursor and limit
   * @param answer makes the answer from the items and the cursor of the next page
   */
  public static <R extends Record, T, A> A newestFirst(
      SelectConditionStep<R> select,
      Field<Long> position,
      List<?> filter,
      PageOf page,
      Function<R, T> view,
      BiFunction<List<T>, @Nullable String, A> answer) {
    if (page.cursor() != null) {
      select.and(position.lt(Cursor.read(page.cursor(), filter, 1).number(0)));
    }
    Slice<R> slice =
        of(select.orderBy(position.desc()).limit(fetch(page.limit())).fetch(), page.limit());
    return answer.apply(
        slice.items(view), slice.next(last -> Cursor.write(filter, last.get(position))));
  }

  /** Number of rows to read: one more than the page holds. */
  public static int fetch(int limit) {
    if (limit < 1 || limit > PageOf.LIMIT_MAX) {
      throw new IllegalArgumentException("A page holds 1 to " + PageOf.LIMIT_MAX + " items.");
    }
    return limit + 1;
  }

  /** The items of the page. */
  public <T> List<T> items(Function<R, T> view) {
    return rows.stream().map(view).toList();
  }

  /** The cursor of the next page, made from the last row; null on the last page. */
  public @Nullable String next(Function<R, String> cursor) {
    return hasNext ? cursor.apply(rows.getLast()) : null;
  }
}
