package io.playledger.projection;

import io.playledger.api.Event;
import java.util.Set;

/**
 * What the feed of players says of the events of one context. The class is named {@code
 * <prefix>Activity}, lies in the context's package, has a public constructor without parameters and
 * is found by that name.
 *
 * @param <E> the sealed parent of the context's events
 */
public interface FeedEntries<E extends Event> {

  /** What is said of this event; {@link Happening#NONE} for nothing. */
  Happening of(E event);

  /**
   * Types of events of which nothing is ever said. The feed does not even read them from the log,
   * which is worth while for types with many events.
   */
  default Set<Class<? extends E>> unread() {
    return Set.of();
  }
}
