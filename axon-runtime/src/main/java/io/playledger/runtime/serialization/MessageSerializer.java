package io.playledger.runtime.serialization;

import java.nio.charset.StandardCharsets;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Writes and reads messages. An event with an unknown name fails, so that no reader of the log
 * skips it. A reader is created once per type, not once per message as in Axon.
 */
final class MessageSerializer extends StateSerializer {

  private final ClassValue<ObjectReader> readers =
      new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
          return getReader(type);
        }
      };

  MessageSerializer(Jackson3Serializer.Builder builder, TypeNames names) {
    super(builder, names);
  }

  @Override
  Class<?> unknown(String name) {
    throw new UnknownTypeException(name);
  }

  @Override
  @SuppressWarnings("unchecked") // the type is the message's own
  public <S, T> T deserialize(SerializedObject<S> serialized) {
    Class<?> type = classForType(serialized.getType());
    if (!(serialized.getData() instanceof String json)
        || type == Void.class
        || type == UnknownSerializedType.class) {
      return super.deserialize(serialized);
    }
    try {
      return (T) readers.get(type).readValue(json.getBytes(StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw new SerializationException("Error while deserializing object", e);
    }
  }
}
