package io.playledger.eventstore;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Writes one payload as something that is not JSON. */
final class BreakableSerializer extends Jackson3Serializer {
  static final TestEvents.Credited BROKEN = new TestEvents.Credited("broken", 0, "");

  BreakableSerializer() {
    super(Jackson3Serializer.builder());
  }

  @Override
  public <T> SerializedObject<T> serialize(Object object, Class<T> expected) {
    if (BROKEN.equals(object)) {
      return new SimpleSerializedObject<>(
          expected.cast("{not json"), expected, BROKEN.getClass().getName(), null);
    }
    return super.serialize(object, expected);
  }
}
