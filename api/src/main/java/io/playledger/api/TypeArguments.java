package io.playledger.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** Reads the class of the answer from the class of a message. */
final class TypeArguments {

  private static final ClassValue<Class<?>> QUERIES = of(Query.class);
  private static final ClassValue<Class<?>> COMMANDS = of(Command.class);

  private TypeArguments() {}

  /**
   * The {@code A} of {@code implements Query<A>}, directly or through a parent with one argument.
   */
  static Class<?> ofQuery(Class<?> query) {
    return QUERIES.get(query);
  }

  /** The {@code R} of {@code implements Command<R>}, found in the same way. */
  static Class<?> ofCommand(Class<?> command) {
    return COMMANDS.get(command);
  }

  private static ClassValue<Class<?>> of(Class<?> parent) {
    return new ClassValue<>() {
      @Override
      protected Class<?> computeValue(Class<?> message) {
        for (Type type : message.getGenericInterfaces()) {
          if (type instanceof ParameterizedType generic
              && generic.getRawType() instanceof Class<?> raw
              && parent.isAssignableFrom(raw)
              && generic.getActualTypeArguments()[0] instanceof Class<?> argument) {
            return argument;
          }
        }
        throw new IllegalStateException(
            message.getName() + " does not say the class of its answer as a type argument.");
      }
    };
  }
}
