package io.playledger.server.config;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps an outage of the database from flooding the log. While it lasts each event processor and
 * the scheduler of deadlines try again every second or two, and their libraries log each attempt
 * with its trace. In place of those there is one line, and again one every half minute.
 *
 * <p>Whatever else these libraries have to say passes as it is.
 */
final class OutageLog extends TurboFilter implements AutoCloseable {

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(OutageLog.class);
  private static final String[] LIBRARIES = {
    "org.axonframework.", "com.github.kagkarlsson.", "org.springframework.scheduling."
  };
  private static final long AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

  private static final int CAUSES_MAX = 50;

  private final LongSupplier nanoTime;
  private final AtomicLong next;

  OutageLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.next = new AtomicLong(nanoTime.getAsLong());
    setName("outage-log");
  }

  /** In this process's log, until it is closed; nowhere where that is not Logback's. */
  static OutageLog installed() {
    OutageLog filter = new OutageLog(System::nanoTime);
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      filter.setContext(context);
      filter.start();
      context.addTurboFilter(filter);
    }
    return filter;
  }

  @Override
  public FilterReply decide(
      Marker marker, Logger logger, Level level, String format, Object[] params, Throwable thrown) {
    Throwable failure = thrown == null ? lastOf(params) : thrown;
    if (failure == null || !ofALibrary(logger.getName()) || !isOutage(failure)) {
      return FilterReply.NEUTRAL;
    }
    if (logger.isEnabledFor(level)) {
      tellNowAndThen(logger, failure);
    }
    return FilterReply.DENY;
  }

  /** Logback takes it for the failure only after it has asked us. */
  private static Throwable lastOf(Object[] params) {
    return params != null
            && params.length > 0
            && params[params.length - 1] instanceof Throwable last
        ? last
        : null;
  }

  private static boolean ofALibrary(String logger) {
    for (String library : LIBRARIES) {
      if (logger.startsWith(library)) {
        return true;
      }
    }
    return false;
  }

  /** No connection to be had, or one that broke or was ended by the database. */
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

  private void tellNowAndThen(Logger logger, Throwable failure) {
    long now = nanoTime.getAsLong();
    long due = next.get();
    if (now - due >= 0 && next.compareAndSet(due, now + AGAIN_NANOS)) {
      LOG.warn(
          "The database is away, {} and others go on trying: {}",
          logger.getName().substring(logger.getName().lastIndexOf('.') + 1),
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
      context.getTurboFilterList().remove(this);
    }
    stop();
  }
}
