package io.playledger.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class OutageLogTest {

  private static final Throwable AWAY =
      new IllegalStateException("wrapped", new SQLException("connection refused", "08001"));

  private final AtomicLong nanos = new AtomicLong();
  private final OutageLog outages = new OutageLog(nanos::get);
  private final LoggerContext libraries = new LoggerContext();
  private final ListAppender<ILoggingEvent> passed = new ListAppender<>();
  private final ListAppender<ILoggingEvent> told = new ListAppender<>();
  private final Logger scheduler =
      libraries.getLogger("com.github.kagkarlsson.scheduler.RunUntilShutdown");
  private final Logger coordinator =
      libraries.getLogger("org.axonframework.eventhandling.pooled.Coordinator");

  private final Logger pool = libraries.getLogger("com.zaxxer.hikari.pool.ProxyConnection");

  @BeforeEach
  void listen() {
    outages.install(libraries);
    passed.start();
    libraries.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(passed);
    told.start();
    ours().addAppender(told);
  }

  @AfterEach
  void stopListening() {
    ours().detachAppender(told);
  }

  private static ch.qos.logback.classic.Logger ours() {
    return (ch.qos.logback.classic.Logger) LoggerFactory.getLogger(OutageLog.class);
  }

  private void attempt() {
    scheduler.error("Unhandled exception. Will keep running.", AWAY);
    coordinator.warn("Processor [{}] could not claim {}", "ledger", 0, AWAY);
    pool.warn("{} - Connection {} marked as broken because of {}", "pool", 1, "08006", AWAY);
  }

  @Test
  void outageIsLoggedOnceEveryHalfMinute() {
    for (int attempt = 0; attempt < 40; attempt++) {
      attempt();
      nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    }
    assertThat(passed.list).isEmpty();
    assertThat(told.list)
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.getFormattedMessage()).contains("connection refused");
              assertThat(line.getThrowableProxy()).isNull();
            });
  }

  @Test
  void otherMessagesAreLogged() {
    SQLException ownFault = new SQLException("no such column", "42703");
    scheduler.error("Unhandled exception. Will keep running.", ownFault);
    scheduler.error("A lock wait, not an outage", new SQLException("deadlock", "40P01"));
    coordinator.warn("Nothing wrong with the database");
    libraries.getLogger("io.playledger.server.Anything").error("Ours", AWAY);
    assertThat(passed.list).hasSize(4);
    assertThat(told.list).isEmpty();
  }

  @Test
  void disabledLevelsAreNotLogged() {
    libraries.getLogger("org.axonframework").setLevel(Level.WARN);
    coordinator.info("Only at info", AWAY);
    assertThat(told.list).isEmpty();
    assertThat(List.copyOf(passed.list)).isEmpty();
  }

  @Test
  void closedOutageLogRestoresTheLoggers() {
    outages.close();
    attempt();
    assertThat(passed.list).hasSize(3);
    assertThat(told.list).isEmpty();
  }
}
