package io.playledger.projection;

import io.playledger.api.Event;
import java.util.Set;

/**
 * The entries of one context's events in the activity feed of players. The class is named {@code
 * <prefix>Activity}, lies in the context's package, has a public constructor without parameters and
 * is found by that name.
 *
 * @param <E> the sealed parent of the context's events
 */
public interface FeedEntries<E extends Event> {

  /** The entry of this event; {@link Happening#NONE} for none. */
  Happening of(E event);

  /**
   * Types of events without entries. The feed does not read them from the log, which pays off for
   * types with many events.
   */
  default Set<Class<? extends E>> unread() {
    return Set.of();
  }
}
