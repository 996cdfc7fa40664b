package io.playledger.runtime.processor;

import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.runtime.command.CommandConflictException;
import io.playledger.runtime.command.CommandInFlightException;
import io.playledger.runtime.command.OutcomeUnknownException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.AxonTransientException;
import org.springframework.transaction.TransactionException;

/**
 * Distinguishes transient failures (the database is away, a lock took too long, an unknown outcome)
 * from permanent ones. Permanent failures become dead letters; transient ones are retried with
 * growing delays.
 */
public final class TransientFailures {

  /**
   * Classes of SQL states: connection, rolled back by the system, resources, operator, system
   * error.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

  /** Class of SQL states: a table, column or permission is missing. */
  private static final String SCHEMA = "42";

  private static final int CAUSES_MAX = 50;
  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private TransientFailures() {}

  /**
   * Whether this failure is transient. The SQL state of the database decides, if there is one,
   * because Axon declares every failure of its saga store transient.
   */
  public static boolean isTransient(Throwable failure) {
    boolean axonThinksSo = false;
    for (Throwable cause : causes(failure)) {
      switch (cause) {
        case SQLException sql -> {
          return willPass(sql);
        }
        case OutcomeUnknownException _,
            CommandInFlightException _,
            CommandConflictException _,
            EventStoreUnavailableException _,
            TransactionException _,
            InterruptedException _,
            Error _ -> {
          return true;
        }
        case AxonTransientException _ -> axonThinksSo = true;
        default -> {}
      }
    }
    return axonThinksSo;
  }

  /**
   * Whether a processor must wait before the event, because the failure is not the event's own: it
   * is transient, or the database lacks a table, a column or a permission. The latter fails for
   * every event, and a processor that parked them would drain the log into dead letters.
   */
  public static boolean stopsProcessors(Throwable failure) {
    return isTransient(failure)
        || causes(failure).stream()
            .filter(SQLException.class::isInstance)
            .findFirst()
            .map(sql -> ((SQLException) sql).getSQLState())
            .filter(state -> state.startsWith(SCHEMA))
            .isPresent();
  }

  /** The failure and its causes; not all of a chain without an end. */
  private static List<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .limit(CAUSES_MAX)
        .toList();
  }

  private static boolean willPass(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLTransientException
        || failure instanceof SQLRecoverableException
        || state == null
        || LOCK_NOT_AVAILABLE.equals(state)
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
  }
}
