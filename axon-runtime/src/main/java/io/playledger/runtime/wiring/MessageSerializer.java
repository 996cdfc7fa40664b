package io.playledger.runtime.wiring;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;

/**
 * Axon's Jackson serializer, which for every message asks the class loader three times for classes
 * it has met before and makes a reader anew. Here each class is looked up once.
 */
final class MessageSerializer extends Jackson3Serializer {

  private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();
  private final ClassValue<ObjectReader> readers =
      new ClassValue<>() {
        @Override
        protected ObjectReader computeValue(Class<?> type) {
          return getReader(type);
        }
      };

  MessageSerializer(Jackson3Serializer.Builder builder) {
    super(builder);
  }

  /** Classes that are not there are asked for again, as Axon does. */
  @Override
  public Class<?> classForType(SerializedType type) {
    Class<?> known = classes.get(type.getName());
    if (known != null) {
      return known;
    }
    Class<?> found = super.classForType(type);
    if (found != UnknownSerializedType.class) {
      classes.put(type.getName(), found);
    }
    return found;
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
