package io.playledger.api;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * The upcasters of one context. The class is named {@code <prefix>Upcasters}, lies in the context's
 * package and is found by that name. A context whose events are all of their first revision has
 * none.
 */
public interface ContextUpcasters {

  /**
   * All upcasters, the oldest revision first: a later one can convert the result of an earlier one.
   */
  List<EventUpcaster> upcasters();
}
