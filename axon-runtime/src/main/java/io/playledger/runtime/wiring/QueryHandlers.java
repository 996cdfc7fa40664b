package io.playledger.runtime.wiring;

import java.util.List;

/**
 * Objects with {@code @QueryHandler} methods. The server provides one such bean or several.
 *
 * @param handlers in no particular order
 */
public record QueryHandlers(List<Object> handlers) {

  /** Copies the list. */
  public QueryHandlers {
    handlers = List.copyOf(handlers);
  }
}
