package io.playledger.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param <T> the shape of an item
 */
public interface PageView<T> {

  /** The items of this page, in the requested order. */
  List<T> items();

  /** The cursor of the next page, opaque and bound to its filter; none on the last page. */
  @Nullable String nextCursor();
}
