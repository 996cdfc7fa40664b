package io.playledger.web.http;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * The error in a JSON body, in words for the client.
 *
 * @param field path of the wrong member; null if the body is not JSON
 * @param message what is wrong with it
 */
record JsonFault(String field, String message) {

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
      case MismatchedInputException mismatch ->
          new JsonFault(pathOf(mismatch), expected(mismatch.getTargetType()));
      // well-formed, and beyond what the member can hold: no fault of the JSON
      case InputCoercionException beyond ->
          new JsonFault(pathOf(beyond), expected(beyond.getTargetType()));
      case StreamReadException broken when broken.getOriginalMessage().startsWith("Duplicate") ->
          new JsonFault(WHOLE, "names a member twice");
      case StreamReadException _ -> new JsonFault(null, null);
      case JacksonException other -> new JsonFault(pathOf(other), "can not be read");
    };
  }

  private static String reasonOf(ValueInstantiationException refused) {
    return refused.getCause() instanceof IllegalArgumentException said
            && said.getMessage() != null
            && said.getStackTrace().length > 0
            && said.getStackTrace()[0].getClassName().startsWith("io.playledger.")
        ? said.getMessage()
        : "can not be read";
  }

  private static String expected(Class<?> type) {
    if (type == null) {
      return "has the wrong type";
    }
    if (type.isEnum()) {
      return "is none of " + List.of(type.getEnumConstants());
    }
    return switch (type.getSimpleName()) {
      case "String" -> "is not a string";
      case "int", "long", "Integer", "Long" -> "is not an integer in range";
      case "boolean", "Boolean" -> "is not true or false";
      case "UUID" -> "is not a UUID";
      case "Instant" -> "is not an instant such as 2026-01-31T12:00:00Z";
      case "Duration" -> "is not a duration such as PT1H";
      case "List", "ArrayList", "Set" -> "is not an array";
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
