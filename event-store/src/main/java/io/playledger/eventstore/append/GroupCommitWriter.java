package io.playledger.eventstore.append;

import io.playledger.eventstore.AppendOutcomeUnknownException;
import io.playledger.eventstore.AppendRefusedException;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.EventStoreUnavailableException;
import io.playledger.eventstore.tail.TailSignal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: it takes all waiting commands, stores them in one transaction and
 * completes the callers. The next batch gathers during a commit, so batches grow with the load.
 *
 * <p>Every failure ends in one of three truths for each command: stored, not stored, or (only when
 * the database cannot be asked) unknown.
 */
final class GroupCommitWriter implements Runnable {
  private static final Logger logger = LoggerFactory.getLogger(GroupCommitWriter.class);

  /** Limits how often a command is sent again after the connection broke. */
  private static final int ATTEMPTS_MAX = 3;

  private static final int RESOLVE_ROUNDS_MAX = 3;

  private final AppendQueue queue;
  private final WriterSessions sessions;
  private final ConflictResolver conflicts;
  private final TailSignal tail;
  private final EventStoreObserver observer;

  GroupCommitWriter(
      AppendQueue queue, WriterSessions sessions, TailSignal tail, EventStoreObserver observer) {
    this.queue = queue;
    this.sessions = sessions;
    this.conflicts = new ConflictResolver(observer);
    this.tail = tail;
    this.observer = observer;
  }

  @Override
  public void run() {
    try {
      while (!queue.isDrained()) {
        List<PendingAppend> commands = queue.nextBatch();
        if (!commands.isEmpty()) {
          observer.queueLength(queue.length());
          settle(commands);
        }
      }
    } catch (InterruptedException e) {
      logger.warn("The event store's writer was interrupted and stops");
      Thread.currentThread().interrupt();
    } finally {
      queue.abandon();
      sessions.close();
    }
  }

  /** Completes every command, whatever happens. */
  private void settle(List<PendingAppend> commands) throws InterruptedException {
    try {
      write(commands);
    } catch (RuntimeException | Error e) {
      // whatever it was, the next batch begins on a fresh session
      logger.error("A batch of {} commands failed in a way nobody foresaw", commands.size(), e);
      sessions.discard();
    } finally {
      for (PendingAppend command : commands) {
        if (!command.isSettled()) {
          observer.outcomeUnknown();
          command.failed(
              new AppendOutcomeUnknownException(
                  "The event store's writer gave the batch up", null));
        }
      }
    }
  }

  private void write(List<PendingAppend> queued) throws InterruptedException {
    List<PendingAppend> commands = failStale(queued);
    if (commands.isEmpty()) {
      return;
    }
    WriterSession session;
    try {
      session = sessions.current();
    } catch (EventStoreUnavailableException e) {
      logger.debug("{} commands are not stored: {}", commands.size(), e.getMessage());
      notStored(commands, e.getMessage(), e);
      return;
    }
    commands.forEach(PendingAppend::countAttempt);
    AppendBatch batch = new AppendBatch(commands);
    try {
      long startNanos = System.nanoTime();
      long first = session.appendAlone(batch);
      observer.batchStored(commands.size(), batch.eventCount(), System.nanoTime() - startNanos);
      tail.stored(batch.storedAt(first));
      batch.stored(first);
    } catch (SQLException | RuntimeException e) {
      afterFailure(session, commands, e);
    }
  }

  /**
   * Fails what was decided on lost events, and what was decided on that: (aggregate, sequence)
   * alone would let a command in whose predecessor is missing.
   */
  private List<PendingAppend> failStale(List<PendingAppend> commands) {
    List<PendingAppend> sound = new ArrayList<>(commands.size());
    for (PendingAppend command : commands) {
      if (command.isStale()) {
        observer.conflict();
        command.failed(ConflictResolver.stale());
      } else {
        sound.add(command);
      }
    }
    return sound;
  }

  private void afterFailure(WriterSession session, List<PendingAppend> commands, Exception failure)
      throws InterruptedException {
    if (!(failure instanceof SQLException) || !session.isUsable()) {
      findFate(commands, failure);
      return;
    }
    switch (SqlFailure.of((SQLException) failure)) {
      case CONFLICT -> resolveConflicts(session, commands);
      case BAD_DATA -> writeOneByOne(commands, (SQLException) failure);
      case REFUSED -> {
        logger.error("{} commands are not stored: {}", commands.size(), failure.toString());
        notStored(commands, refusal(failure), failure);
      }
    }
  }

  private void resolveConflicts(WriterSession session, List<PendingAppend> commands)
      throws InterruptedException {
    for (int round = 1; ; round++) {
      try {
        long startNanos = System.nanoTime();
        ConflictResolver.Resolution resolution = conflicts.resolve(session, commands);
        AppendBatch stored = resolution.survivors();
        if (stored.eventCount() > 0) {
          observer.batchStored(
              stored.commands().size(), stored.eventCount(), System.nanoTime() - startNanos);
          tail.stored(stored.storedAt(resolution.firstPosition()));
        }
        resolution.completeCallers();
        return;
      } catch (SQLException | RuntimeException e) {
        // a rejection may be recorded between our look and our insert: look again
        boolean lookAgain =
            e instanceof SQLException sql
                && SqlFailure.of(sql) == SqlFailure.CONFLICT
                && round < RESOLVE_ROUNDS_MAX
                && session.isUsable();
        if (!lookAgain) {
          afterFailedResolution(session, commands, e);
          return;
        }
      }
    }
  }

  private void afterFailedResolution(
      WriterSession session, List<PendingAppend> commands, Exception failure)
      throws InterruptedException {
    if (!(failure instanceof SQLException sql) || !session.isUsable()) {
      findFate(commands, failure);
    } else if (SqlFailure.of(sql) == SqlFailure.BAD_DATA) {
      writeOneByOne(commands, sql);
    } else {
      notStored(commands, refusal(sql), sql);
    }
  }

  private static String refusal(Exception failure) {
    return "The database refused the batch; nothing was stored: " + failure.getMessage();
  }

  /** Creates one exception per command, because they are thrown on different threads. */
  private static void notStored(List<PendingAppend> commands, String message, Exception cause) {
    for (PendingAppend command : commands) {
      command.failed(new EventStoreUnavailableException(message, cause));
    }
  }

  /** The data of one command cannot be stored: stores each command separately to find it. */
  private void writeOneByOne(List<PendingAppend> commands, SQLException failure)
      throws InterruptedException {
    if (commands.size() == 1) {
      commands
          .getFirst()
          .failed(
              new AppendRefusedException(
                  "The database cannot store these events: " + failure.getMessage(), failure));
      return;
    }
    LostAggregates lost = new LostAggregates();
    for (PendingAppend command : commands) {
      SerializedEvent behind = lost.firstBehind(command);
      if (behind != null) {
        command.failed(
            new ConcurrencyException(
                "Aggregate [%s]: the command before sequence [%d] failed"
                    .formatted(behind.aggregateId(), behind.sequence())));
      } else {
        write(List.of(command));
      }
      if (command.hasFailed()) {
        lost.add(command);
      }
    }
  }

  /** The connection broke during the batch: finds out on a new one what was stored. */
  private void findFate(List<PendingAppend> commands, Exception failure)
      throws InterruptedException {
    logger.warn(
        "A batch of {} commands broke off, asking for its fate: {}",
        commands.size(),
        failure.toString());
    logger.debug("The batch broke off here", failure);
    List<PendingAppend> open = commands.stream().filter(command -> !command.isSettled()).toList();
    List<PendingAppend> again = new ArrayList<>();
    sessions.discard();
    try {
      Map<Integer, Long> stored = sessions.current().storedCommands(open);
      for (int i = 0; i < open.size(); i++) {
        PendingAppend command = open.get(i);
        if (stored.containsKey(i)) {
          command.stored(stored.get(i));
        } else if (command.attempts() < ATTEMPTS_MAX) {
          again.add(command);
        } else {
          command.failed(
              new EventStoreUnavailableException(
                  "The connection broke %d times; nothing was stored".formatted(ATTEMPTS_MAX),
                  failure));
        }
      }
      if (!stored.isEmpty()) {
        tail.signal();
      }
    } catch (SQLException | RuntimeException e) {
      failure.addSuppressed(e);
      sessions.discard();
      for (PendingAppend command : open) {
        observer.outcomeUnknown();
        command.failed(
            new AppendOutcomeUnknownException(
                "The connection broke in mid-append and the database did not answer since; the"
                    + " events may or may not be stored",
                failure));
      }
      return;
    }
    if (!again.isEmpty()) {
      write(again);
    }
  }
}
