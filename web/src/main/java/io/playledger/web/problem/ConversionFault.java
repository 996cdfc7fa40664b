package io.playledger.web.problem;

import java.util.List;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The reason why a path variable or parameter cannot be read. */
final class ConversionFault {

  private ConversionFault() {}

  static String explain(MethodArgumentTypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    if (type != null && type.isEnum()) {
      return "must be one of " + List.of(type.getEnumConstants());
    }
    for (Throwable cause = mismatch.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException said && saidByUs(said)) {
        return said.getMessage();
      }
    }
    return type == null ? "has the wrong form" : wantedOf(type);
  }

  private static boolean saidByUs(IllegalArgumentException said) {
    return said.getMessage() != null
        && said.getStackTrace().length > 0
        && said.getStackTrace()[0].getClassName().startsWith("io.playledger.");
  }

  private static String wantedOf(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "int", "long", "Integer", "Long" -> "must be a whole number in range";
      case "boolean", "Boolean" -> "must be true or false";
      case "PlayerId", "TradeId", "ListingId", "TransactionId", "HoldId" -> "must be a UUID";
      default -> "has the wrong form";
    };
  }
}
