package io.playledger.api;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * The upcasters that convert events of older revisions to the current ones. An upcaster lies beside
 * its event and converts one revision to the next; {@code UPGRADING.md} explains when one is
 * needed.
 */
public final class EventUpcasters {

  private EventUpcasters() {}

  /** The upcasters of all registered contexts. */
  public static List<EventUpcaster> all() {
    return Contexts.parts("io.playledger.api", "Upcasters", ContextUpcasters.class).stream()
        .flatMap(context -> context.upcasters().stream())
        .toList();
  }
}
