package io.playledger.web.call;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Reads instants of request bodies; refuses those that no read table could store. An event with
 * such a time could be stored and never be projected.
 */
final class StorableInstants extends StdDeserializer<Instant> {

  StorableInstants() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    Instant instant = InstantDeserializer.INSTANT.deserialize(parser, context);
    if (instant != null && !HttpConversions.isStorable(instant)) {
      throw context.weirdStringException(instant.toString(), Instant.class, "out of range");
    }
    return instant;
  }
}
