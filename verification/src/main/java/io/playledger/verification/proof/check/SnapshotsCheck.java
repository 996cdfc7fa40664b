package io.playledger.verification.proof.check;

import io.playledger.command.CommandSide;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * Snapshots against the events they stand for: what a snapshot says must be what all events up to
 * its sequence lead to, and the aggregate that the platform loads from it today must be the one
 * that all events lead to. Compared field by field, by the platform's own serializer.
 */
final class SnapshotsCheck {

  private record Sampled(
      String aggregateType, String aggregateId, long sequence, SerializedObject<String> state) {}

  private final DatabaseSnapshot database;
  private final PlatformNode node;
  private final Serializer serializer;
  private final int snapshotsMax;
  private final Map<String, Class<?>> roots = new HashMap<>();
  private final CheckProblems problems = new CheckProblems(CheckName.SNAPSHOTS_EQUAL_EVENTS);

  /**
   * @param snapshotsMax how many are compared; where there are more, evenly spread ones
   */
  SnapshotsCheck(DatabaseSnapshot database, PlatformNode node, int snapshotsMax) {
    this.database = database;
    this.node = node;
    this.serializer = node.stateSerializer();
    this.snapshotsMax = snapshotsMax;
    CommandSide.aggregatesByName().forEach((name, type) -> roots.put(name, type.root()));
  }

  CheckResult run() {
    long all = database.number("SELECT count(*) FROM event_store.snapshots");
    if (all == 0) {
      return CheckResult.notApplicable(
          CheckName.SNAPSHOTS_EQUAL_EVENTS,
          database.isCopyOfTheLog()
              ? "Axon Server has the snapshots"
              : "not exercised: there is no snapshot");
    }
    List<Sampled> sample = sample();
    sample.forEach(this::compare);
    return problems.result("%d of %d snapshots".formatted(sample.size(), all));
  }

  private List<Sampled> sample() {
    return database
        .sql()
        .query(
            """
            SELECT aggregate_type, aggregate_id, sequence_number, payload, payload_type,
              payload_revision
            FROM event_store.snapshots ORDER BY md5(aggregate_id), sequence_number LIMIT ?
            """,
            (row, _) ->
                new Sampled(
                    row.getString(1),
                    row.getString(2),
                    row.getLong(3),
                    new SimpleSerializedObject<>(
                        row.getString(4), String.class, row.getString(5), row.getString(6))),
            snapshotsMax);
  }

  private void compare(Sampled sampled) {
    Class<?> root = roots.get(sampled.aggregateType());
    if (root == null) {
      problems.add("a snapshot of an unknown type: " + sampled);
      return;
    }
    long last =
        database.number(
            "SELECT max(sequence_number) FROM event_store.events WHERE aggregate_id = ?",
            sampled.aggregateId());
    if (sampled.sequence() > last) {
      problems.add(
          "%s, snapshot at sequence %d, but its events end at %d"
              .formatted(sampled.aggregateId(), sampled.sequence(), last));
      return;
    }
    try {
      EventStore store = node.eventStore();
      String id = sampled.aggregateId();
      compare(
          sampled,
          "at its sequence",
          written(serializer.deserialize(sampled.state())),
          state(root, WithoutSnapshots.upTo(store, sampled.sequence()), id));
      compare(
          sampled,
          "with the events behind it",
          state(root, store, id),
          state(root, WithoutSnapshots.of(store), id));
    } catch (RuntimeException e) {
      problems.add(sampled.aggregateId() + " cannot be loaded: " + e);
    }
  }

  private void compare(Sampled sampled, String when, String fromSnapshot, String fromEvents) {
    if (!fromSnapshot.equals(fromEvents)) {
      problems.add(
          "%s, snapshot at sequence %d, %s: %s; from all events: %s"
              .formatted(
                  sampled.aggregateId(),
                  sampled.sequence(),
                  when,
                  difference(fromSnapshot, fromEvents),
                  difference(fromEvents, fromSnapshot)));
    }
  }

  private <T> String state(Class<T> root, EventStore store, String id) {
    Repository<T> repository =
        EventSourcingRepository.builder(root)
            .eventStore(store)
            .parameterResolverFactory(node.parameterResolvers())
            .build();
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    try {
      return repository.load(id).invoke(this::written);
    } finally {
      unit.rollback();
    }
  }

  private String written(Object state) {
    return serializer.serialize(state, String.class).getData();
  }

  /** Where one text begins to differ from another, and a little of it. */
  private static String difference(String text, String other) {
    int same = 0;
    while (same < Math.min(text.length(), other.length())
        && text.charAt(same) == other.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - 40);
    return "..." + text.substring(from, Math.min(text.length(), same + 40)) + "...";
  }
}
