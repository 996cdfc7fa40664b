package io.playledger.eventstore.axonserver;

import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;

/** What Axon Server's refusal of an append says about the fate of its events. */
enum AppendFailure {
  /** Somebody else has the sequence of one of its aggregates; nothing was stored. */
  CONFLICT,
  /** Nothing was stored, and never will be as it is. */
  REFUSED,
  /** Nothing was stored this time. */
  NOT_STORED,
  /** The events may be stored or not. */
  UNKNOWN;

  private static final Metadata.Key<String> ERROR_CODE =
      Metadata.Key.of("AxonIQ-ErrorCode", Metadata.ASCII_STRING_MARSHALLER);

  /** Codes as documented with Axon Server; what is not known for certain counts as unknown. */
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
