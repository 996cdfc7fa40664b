package io.playledger.api;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * How events of older revisions are read today. An upcaster lies beside its event and takes it from
 * one revision to the next; {@code UPGRADING.md} says when one is due. The list is ordered: what
 * one makes, a later one may take further.
 */
public final class EventUpcasters {

  private EventUpcasters() {}

  /** All of them, oldest revisions first; every event is of its first revision so far. */
  public static List<EventUpcaster> all() {
    return List.of();
  }
}
