package io.playledger.api;

import java.util.List;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/**
 * How events of older revisions are read today. An upcaster lies beside its event and takes it from
 * one revision to the next; {@code UPGRADING.md} says when one is due.
 */
public final class EventUpcasters {

  private EventUpcasters() {}

  /** Those of all registered contexts. */
  public static List<EventUpcaster> all() {
    return Contexts.parts("io.playledger.api", "Upcasters", ContextUpcasters.class).stream()
        .flatMap(context -> context.upcasters().stream())
        .toList();
  }
}
