package io.playledger.server.ops;

import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogPage;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.runtime.EventHome;
import io.playledger.web.call.ReadSettings;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Duration;
import java.util.Optional;

/** The log for auditors. A read includes all events stored before the request. */
final class AuditLog {

  private final EventLogReader log;
  private final EventHome home;
  private final Duration waitMax;

  AuditLog(EventLogReader log, EventHome home, ReadSettings settings) {
    this.log = log;
    this.home = home;
    this.waitMax = settings.readWaitMax();
  }

  /** The last readable position. */
  long head() {
    awaitCurrent();
    return log.head();
  }

  Optional<EventRecord> readAt(long position) {
    awaitCurrent();
    return log.readAt(position);
  }

  EventLogPage read(EventLogFilter filter, EventLogReader.Order order, long cursor, int limit) {
    awaitCurrent();
    return log.read(filter, order, cursor, limit);
  }

  private void awaitCurrent() {
    if (!home.awaitAuditable(waitMax)) {
      throw ApiProblem.of(
          TransportCode.UNAVAILABLE,
          "The copy of the log for audits is behind; try again in a moment.");
    }
  }
}
