package io.playledger.server.config;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;

/**
 * Keeps an outage of the database from flooding the log. At its beginning the pool logs each broken
 * connection, and during it every event processor and the deadline scheduler retry every second or
 * two, which their libraries log with stack traces. Instead, this logs one line at the beginning
 * and one every half minute.
 *
 * <p>Other messages of these libraries pass unchanged. The filter is on the appenders of these
 * libraries only, because a turbo filter would also run for lines that are not logged.
 */
final class OutageLog extends UnsynchronizedAppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OutageLog.class);
  private static final List<String> LIBRARIES =
      List.of(
          "org.axonframework",
          "com.github.kagkarlsson",
          "org.springframework.scheduling",
          "com.zaxxer.hikari");
  private static final String NAME = "outage-log";
  private static final long AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

  private static final int CAUSES_MAX = 50;

  private final LongSupplier nanoTime;
  private final AtomicLong next;

  OutageLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = new AtomicLong(nanoTime.getAsLong());
    setName(NAME);
  }

  /**
   * Installs the filter until it is closed. Does nothing if the log is not Logback's or already has
   * one.
   */
  static OutageLog installed() {
    OutageLog outages = new OutageLog(System::nanoTime);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context
        && context.getLogger(LIBRARIES.getFirst()).getAppender(NAME) == null) {
      outages.install(context);
    }
    return outages;
  }

  void install(LoggerContext context) {
    setContext(context);
    start();
    for (String library : LIBRARIES) {
      context.getLogger(library).addAppender(this);
      context.getLogger(library).setAdditive(false);
    }
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getThrowableProxy() instanceof ThrowableProxy thrown
        && isOutage(thrown.getThrowable())) {
      logOccasionally(event.getLoggerName(), thrown.getThrowable());
    } else {
      root().callAppenders(event);
    }
  }

  private Logger root() {
    return ((LoggerContext) getContext()).getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  /**
   * Whether the failure means that no connection is available, or that one broke or was ended by
   * the database.
   */
  private static boolean isOutage(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < CAUSES_MAX; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
            || state.startsWith("08")
            || state.startsWith("57P");
      }
      depth++;
    }
    return false;
  }

  private void logOccasionally(String logger, Throwable failure) {
    long now = nanoTime.getAsLong();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + AGAIN_NANOS)) {
      LOG.warn(
          "The database is unavailable, {} and others keep retrying: {}",
          logger.substring(logger.lastIndexOf('.') + 1),
          rootOf(failure).toString());
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < CAUSES_MAX; depth++) {
      root = root.getCause();
    }
    return root;
  }

  @Override
  public void close() {
    if (getContext() instanceof LoggerContext context) {
      for (String library : LIBRARIES) {
        context.getLogger(library).setAdditive(true);
        context.getLogger(library).detachAppender(this);
      }
    }
    stop();
  }
}
