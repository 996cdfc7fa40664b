package io.playledger.eventstore.append;

import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.DuplicateCommandException;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.StoredOutcome;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * The slow path of a batch in which a command lost a race: under the append lock it finds that
 * command and stores the rest. Commands are checked in queue order, each as a whole.
 */
final class ConflictResolver {
  private final EventStoreObserver observer;

  ConflictResolver(EventStoreObserver observer) {
    this.observer = observer;
  }

  /** The result of the batch. */
  record Resolution(
      AppendBatch survivors, long firstPosition, Map<PendingAppend, RuntimeException> losers) {

    void completeCallers() {
      survivors.stored(firstPosition);
      losers.forEach(PendingAppend::failed);
    }
  }

  /** A key together with its scope. */
  private record ScopedKey(String scope, UUID key) {
    static ScopedKey of(CommandKey key) {
      return new ScopedKey(key.scope(), key.key());
    }
  }

  /** Stores what can be stored; on an exception nothing is, unless the connection broke. */
  Resolution resolve(WriterSession session, List<PendingAppend> commands) throws SQLException {
    try {
      session.lock();
      Map<PendingAppend, RuntimeException> losers = new LinkedHashMap<>();
      AppendBatch survivors = new AppendBatch(judge(session, commands, losers));
      long first = survivors.commands().isEmpty() ? 0 : session.append(survivors);
      session.commit();
      return new Resolution(survivors, first, losers);
    } catch (SQLException e) {
      try {
        session.rollback();
      } catch (SQLException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  private List<PendingAppend> judge(
      WriterSession session,
      List<PendingAppend> commands,
      Map<PendingAppend, RuntimeException> losers)
      throws SQLException {
    Set<AggregateSequence> taken = taken(session, commands);
    Map<ScopedKey, StoredOutcome> answered = takenKeys(session, commands);
    Set<ScopedKey> keysInBatch = new HashSet<>();
    LostAggregates lost = new LostAggregates();
    Set<QueuedAppend> lostAppends = new HashSet<>();
    List<PendingAppend> survivors = new ArrayList<>();
    for (PendingAppend command : commands) {
      RuntimeException failure = keyFailure(command, answered, keysInBatch);
      if (failure == null) {
        failure = sequenceFailure(command, taken, lost);
      }
      if (failure == null && isStale(command, taken, lostAppends)) {
        observer.conflict();
        failure = stale();
      }
      if (failure != null) {
        losers.put(command, failure);
        lost.add(command);
        lostAppends.add(command.queued());
        continue;
      }
      survivors.add(command);
      if (command.outcome() != null) {
        keysInBatch.add(ScopedKey.of(command.outcome().key()));
      }
      for (SerializedEvent event : command.events()) {
        taken.add(new AggregateSequence(event.aggregateId(), event.sequence()));
      }
    }
    return survivors;
  }

  /** Whether the command rests on lost events, or on an aggregate that has changed. */
  private static boolean isStale(
      PendingAppend command, Set<AggregateSequence> taken, Set<QueuedAppend> lostAppends) {
    return command.restsOnAny(lostAppends)
        || command.lookedAt().stream().map(AggregateSequence::next).anyMatch(taken::contains);
  }

  /** The failure of a command that rests on lost events. */
  static ConcurrencyException stale() {
    return new ConcurrencyException("The command was decided on a state that is not the newest");
  }

  private RuntimeException keyFailure(
      PendingAppend command, Map<ScopedKey, StoredOutcome> answered, Set<ScopedKey> keysInBatch) {
    if (command.outcome() == null) {
      return null;
    }
    ScopedKey key = ScopedKey.of(command.outcome().key());
    if (answered.containsKey(key)) {
      observer.duplicateCommand();
      return new DuplicateCommandException(answered.get(key));
    }
    if (keysInBatch.contains(key)) {
      // its twin is about to be stored; a retry will find that outcome
      observer.duplicateCommand();
      return new ConcurrencyException("Command " + command.outcome().key() + " is in flight");
    }
    return null;
  }

  private RuntimeException sequenceFailure(
      PendingAppend command, Set<AggregateSequence> taken, LostAggregates lost) {
    SerializedEvent behind = lost.firstBehind(command);
    if (behind != null) {
      observer.conflict();
      return new ConcurrencyException(
          "Aggregate [%s]: the command before sequence [%d] failed"
              .formatted(behind.aggregateId(), behind.sequence()));
    }
    Set<AggregateSequence> own = new HashSet<>();
    for (SerializedEvent event : command.events()) {
      AggregateSequence place = new AggregateSequence(event.aggregateId(), event.sequence());
      if (taken.contains(place) || !own.add(place)) {
        observer.conflict();
        return new ConcurrencyException(
            "Aggregate [%s] already has an event at sequence [%d]"
                .formatted(event.aggregateId(), event.sequence()));
      }
    }
    return null;
  }

  private static Set<AggregateSequence> taken(WriterSession session, List<PendingAppend> commands)
      throws SQLException {
    List<AggregateSequence> places = new ArrayList<>();
    for (PendingAppend command : commands) {
      for (SerializedEvent event : command.events()) {
        places.add(new AggregateSequence(event.aggregateId(), event.sequence()));
      }
      command.lookedAt().forEach(place -> places.add(place.next()));
    }
    return session.taken(places);
  }

  private static Map<ScopedKey, StoredOutcome> takenKeys(
      WriterSession session, List<PendingAppend> commands) throws SQLException {
    List<CommandKey> keys = new ArrayList<>();
    for (PendingAppend command : commands) {
      if (command.outcome() != null) {
        keys.add(command.outcome().key());
      }
    }
    Map<ScopedKey, StoredOutcome> answered = new HashMap<>();
    if (!keys.isEmpty()) {
      session
          .takenKeys(keys)
          .forEach((index, outcome) -> answered.put(ScopedKey.of(keys.get(index)), outcome));
    }
    return answered;
  }
}
