package io.playledger.runtime.serialization;

import java.util.Optional;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/**
 * Axon's Jackson serializer with stored names in place of class names. Types of Axon and of the JDK
 * (tokens, metadata, deadlines) keep their class names; no other class is ever loaded by a name.
 */
class StateSerializer extends Jackson3Serializer {

  private final TypeNames names;
  private final ClassValue<SerializedType> types =
      new ClassValue<>() {
        @Override
        protected SerializedType computeValue(Class<?> type) {
          return new SimpleSerializedType(
              nameOf(type), StateSerializer.this.getRevisionResolver().revisionOf(type));
        }
      };

  StateSerializer(Jackson3Serializer.Builder builder, TypeNames names) {
    super(builder);
    this.names = names;
  }

  private String nameOf(Class<?> type) {
    Optional<String> name = names.findName(type);
    return name.isEmpty() && isForeign(type.getName()) ? type.getName() : names.nameOf(type);
  }

  private static boolean isForeign(String className) {
    return className.startsWith("org.axonframework.") || className.startsWith("java.");
  }

  @Override
  @SuppressWarnings("rawtypes") // as declared by Axon
  public SerializedType typeForClass(Class type) {
    if (type == null || type == void.class || type == Void.class) {
      return SerializedType.emptyType();
    }
    return types.get(type);
  }

  @Override
  public Class<?> classForType(SerializedType type) {
    Optional<Class<?>> named = names.find(type.getName());
    if (named.isPresent()) {
      return named.get();
    }
    return isForeign(type.getName()) || SerializedType.emptyType().equals(type)
        ? super.classForType(type)
        : unknown(type.getName());
  }

  /** An unknown type is ignored: its snapshot is not used. */
  Class<?> unknown(String name) {
    return UnknownSerializedType.class;
  }
}
