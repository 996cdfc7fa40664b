package io.playledger.web.problem;

import io.playledger.api.CommandRejected;
import io.playledger.api.RejectionCode;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * An error as RFC 9457 {@code application/problem+json}, with the members {@code success}, {@code
 * error} and {@code timestamp}.
 *
 * @param type {@code urn:playledger:problem:<code in kebab case>}
 * @param detail what is wrong and what would be right
 * @param instance the requested path
 * @param success always false
 * @param timestamp UTC
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    boolean success,
    ErrorBody error,
    Instant timestamp) {

  /** The media type of a problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * The error, for programs.
   *
   * @param code a {@link TransportCode} or a {@link RejectionCode}
   * @param details facts; for VALIDATION_FAILED one entry per field
   */
  public record ErrorBody(String code, String message, Map<String, String> details) {}

  public static Problem of(
      TransportCode code, String detail, Map<String, String> details, String path) {
    return new Problem(
        typeOf(code.name()),
        code.title(),
        code.status(),
        detail,
        path,
        false,
        new ErrorBody(code.name(), detail, new TreeMap<>(details)),
        Instant.now());
  }

  public static Problem of(CommandRejected rejected, String path) {
    RejectionCode code = rejected.code();
    return new Problem(
        typeOf(code.name()),
        titleOf(code.category()),
        statusOf(code.category()),
        code.message(),
        path,
        false,
        new ErrorBody(code.name(), code.message(), new TreeMap<>(rejected.details())),
        Instant.now());
  }

  /** The HTTP status of rejections of a category. */
  public static int statusOf(RejectionCode.Category category) {
    return switch (category) {
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
      case RULE -> 422;
      case NOT_ALLOWED -> 403;
      case STALE -> 412;
    };
  }

  private static String titleOf(RejectionCode.Category category) {
    return switch (category) {
      case NOT_FOUND -> "Not found";
      case CONFLICT -> "Not possible now";
      case RULE -> "Against the rules";
      case NOT_ALLOWED -> "Not allowed";
      case STALE -> "Changed meanwhile";
    };
  }

  private static String typeOf(String code) {
    return "urn:playledger:problem:" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
