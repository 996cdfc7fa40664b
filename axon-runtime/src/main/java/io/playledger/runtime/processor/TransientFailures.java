package io.playledger.runtime.processor;

import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import io.playledger.runtime.command.CommandConflictException;
import io.playledger.runtime.command.CommandInFlightException;
import io.playledger.runtime.command.OutcomeUnknownException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.axonframework.common.AxonTransientException;
import org.springframework.transaction.TransactionException;

/**
 * Tells what will pass by itself (the database is away, a lock took too long, an unknown outcome)
 * from what will fail again. Only the latter goes to the dead letters; the former is tried again
 * with growing waits.
 */
public final class TransientFailures {

  /**
   * Classes of SQL states: connection, rolled back by the system, resources, operator, system
   * error.
   */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "58");

  private static final String LOCK_NOT_AVAILABLE = "55P03";

  private TransientFailures() {}

  /** Whether this failure or one of its causes will pass. */
  public static boolean isTransient(Throwable failure) {
    int depth = 0;
    for (Throwable cause = failure; cause != null && depth < 50; cause = cause.getCause()) {
      if (willPass(cause)) {
        return true;
      }
      depth++;
    }
    return false;
  }

  private static boolean willPass(Throwable failure) {
    return switch (failure) {
      case SQLException sql -> willPass(sql);
      case OutcomeUnknownException _ -> true;
      case CommandInFlightException _ -> true;
      case CommandConflictException _ -> true;
      case AxonTransientException _ -> true;
      // a saga cancels its deadline in the moment in which that is met: soon it is gone
      case TaskInstanceCurrentlyExecutingException _ -> true;
      case TransactionException _ -> true;
      case InterruptedException _ -> true;
      case Error _ -> true;
      default -> false;
    };
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
