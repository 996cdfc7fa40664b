package io.playledger.server.config;

import io.playledger.access.StartRefusedException;
import io.playledger.axonserver.ForeignLogException;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.postgres.PostgresException;
import io.playledger.runtime.wiring.UnsafeWiringException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Reports why the server did not start in one sentence instead of a stack trace. */
public final class StartFailureAnalyzer implements FailureAnalyzer {

  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof StartRefusedException
          || cause instanceof PostgresException
          || cause instanceof EventStoreUnavailableException
          || cause instanceof ForeignLogException
          || cause instanceof UnsafeWiringException) {
        return new FailureAnalysis(cause.getMessage(), null, failure);
      }
    }
    return null;
  }
}
