package io.playledger.web.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * The error in a JSON body, in words for the client.
 *
 * @param field path of the wrong member; none: the body is not JSON
 * @param message what is wrong with the member
 */
record JsonFault(@Nullable String field, @Nullable String message) {

  private static final String WHOLE = "body";

  static JsonFault of(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException json) {
        return of(json);
      }
    }
    return new JsonFault(WHOLE, "is missing");
  }

  private static JsonFault of(JacksonException fault) {
    return switch (fault) {
      case UnrecognizedPropertyException unknown ->
          new JsonFault(pathOf(unknown), "is not a member of this request");
      case ValueInstantiationException refused -> new JsonFault(pathOf(refused), reasonOf(refused));
      case InvalidFormatException odd
          when odd.getTargetType() == String.class && odd.getValue() instanceof String ->
          new JsonFault(pathOf(odd), "has control characters in it");
      case MismatchedInputException mismatch ->
          new JsonFault(pathOf(mismatch), expected(mismatch.getTargetType()));
      // well-formed JSON with a value that is out of the member's range
      case InputCoercionException beyond ->
          new JsonFault(pathOf(beyond), expected(beyond.getTargetType()));
      case StreamReadException broken when broken.getOriginalMessage().startsWith("Duplicate") ->
          new JsonFault(WHOLE, "contains a member twice");
      case StreamReadException _ -> new JsonFault(null, null);
      case JacksonException other -> new JsonFault(pathOf(other), "cannot be read");
    };
  }

  private static String reasonOf(ValueInstantiationException refused) {
    return refused.getCause() instanceof IllegalArgumentException said
            && said.getMessage() != null
            && said.getStackTrace().length > 0
            && said.getStackTrace()[0].getClassName().startsWith("io.playledger.")
        ? said.getMessage()
        : "cannot be read";
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "has the wrong type";
    }
    if (type.isEnum()) {
      return "must be one of " + List.of(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "String" -> "must be a string";
      case "int", "long", "Integer", "Long" -> "must be an integer in range";
      case "boolean", "Boolean" -> "must be true or false";
      case "UUID" -> "must be a UUID";
      case "Instant" ->
          "must be an instant in the years 1970 to 9999, such as 2026-01-31T12:00:00Z";
      case "Duration" -> "must be a duration such as PT1H";
      case "List", "ArrayList", "Set" -> "must be an array";
      default -> "has the wrong type or is missing";
    };
  }

  private static String pathOf(JacksonException fault) {
    String path =
        fault.getPath().stream()
            .map(
                step ->
                    step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
            .collect(Collectors.joining());
    if (path.isEmpty()) {
      return WHOLE;
    }
    return path.startsWith(".") ? path.substring(1) : path;
  }
}
