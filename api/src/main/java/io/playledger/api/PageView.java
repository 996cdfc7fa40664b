package io.playledger.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param <T> the shape of an item
 */
public interface PageView<T> {

  /** The items of this page, in the requested order. */
  List<T> items();

  /** The cursor of the next page, opaque and bound to its filter; null on the last page. */
  String nextCursor();
}
