package io.playledger.runtime.sample;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.node.ObjectNode;

/** From the first revision, where {@code by} was called {@code step}. */
public final class CounterSteppedUpcaster extends SingleEventUpcaster {

  private static final String TYPE = "counter.CounterStepped";

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().getName().equals(TYPE) && "1".equals(event.getType().getRevision());
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(
        new SimpleSerializedType(TYPE, "2"),
        ObjectNode.class,
        stepped -> {
          stepped.set("by", stepped.remove("step"));
          return stepped;
        });
  }
}
