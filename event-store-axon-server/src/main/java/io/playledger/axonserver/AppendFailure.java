package io.playledger.axonserver;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;

/** Kinds of failed appends to Axon Server, with the outcome of their events. */
enum AppendFailure {
  /** Another event has the sequence of one of its aggregates; nothing was stored. */
  CONFLICT,
  /** Nothing was stored, and a retry fails, too. */
  REFUSED,
  /** Nothing was stored this time. */
  NOT_STORED,
  /** It is unknown whether the events are stored. */
  UNKNOWN;

  private static final Metadata.Key<String> ERROR_CODE =
      Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

  /** Classifies by Axon Server's documented codes; an uncertain code counts as unknown. */
  static AppendFailure of(Throwable failure) {
    return switch (code(failure)) {
      case "AXONIQ-2000" -> CONFLICT;
      case "AXONIQ-2001", "AXONIQ-3002", "AXONIQ-9200" -> REFUSED;
      case "AXONIQ-1000", "AXONIQ-1001", "AXONIQ-2100", "AXONIQ-9900" -> NOT_STORED;
      default -> UNKNOWN;
    };
  }

  private static String code(Throwable failure) {
    if (failure instanceof StatusRuntimeException status && status.getTrailers() != null) {
      String code = status.getTrailers().get(ERROR_CODE);
      return code == null ? "" : code;
    }
    return "";
  }
}
