package io.playledger.eventstore.append;

import io.playledger.eventstore.OutcomeDraft;
import io.playledger.eventstore.chain.EventDigest;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.eventstore.tail.StoredBatch;
import java.util.ArrayList;
import java.util.List;

/** The commands of one transaction, with their events laid out as the columns of its statement. */
final class AppendBatch {
  private final List<PendingAppend> commands;
  private final int eventCount;

  AppendBatch(List<PendingAppend> commands) {
    this.commands = List.copyOf(commands);
    this.eventCount = commands.stream().mapToInt(command -> command.events().size()).sum();
  }

  List<PendingAppend> commands() {
    return commands;
  }

  int eventCount() {
    return eventCount;
  }

  EventColumns eventColumns() {
    EventColumns columns = new EventColumns(eventCount);
    int row = 0;
    for (PendingAppend command : commands) {
      for (SerializedEvent event : command.events()) {
        columns.set(row++, event);
      }
    }
    return columns;
  }

  /** The aggregates that its commands read. */
  List<AggregateSequence> lookedAt() {
    List<AggregateSequence> all = new ArrayList<>();
    for (PendingAppend command : commands) {
      all.addAll(command.lookedAt());
    }
    return all;
  }

  OutcomeColumns outcomeColumns() {
    List<OutcomeDraft> drafts = new ArrayList<>();
    List<Long> lastOrdinals = new ArrayList<>();
    long ordinal = 0;
    for (PendingAppend command : commands) {
      ordinal += command.events().size();
      if (command.outcome() != null) {
        drafts.add(command.outcome());
        lastOrdinals.add(ordinal);
      }
    }
    return OutcomeColumns.of(drafts, lastOrdinals);
  }

  /** The stored events as a reader of the log gets them. */
  List<EventRecord> records(long firstPosition) {
    List<EventRecord> records = new ArrayList<>(eventCount);
    long position = firstPosition;
    for (PendingAppend command : commands) {
      for (SerializedEvent event : command.events()) {
        records.add(event.at(position++));
      }
    }
    return records;
  }

  /** The batch for those who follow the log. */
  StoredBatch storedAt(long firstPosition) {
    return new StoredBatch(firstPosition, eventCount, () -> records(firstPosition));
  }

  /** Tells every command that it is durable. */
  void stored(long firstPosition) {
    long first = firstPosition;
    for (PendingAppend command : commands) {
      command.stored(first);
      first += command.events().size();
    }
  }

  /** The events, one array per column. */
  static final class EventColumns {
    final String[] aggregateIds;
    final Long[] sequences;
    final String[] aggregateTypes;
    final String[] eventIds;
    final Long[] occurredAtMicros;
    final String[] payloadTypes;
    final String[] payloadRevisions;
    final String[] payloads;
    final String[] metadata;
    final byte[] digests;

    private EventColumns(int rows) {
      aggregateIds = new String[rows];
      sequences = new Long[rows];
      aggregateTypes = new String[rows];
      eventIds = new String[rows];
      occurredAtMicros = new Long[rows];
      payloadTypes = new String[rows];
      payloadRevisions = new String[rows];
      payloads = new String[rows];
      metadata = new String[rows];
      digests = new byte[rows * EventDigest.BYTES];
    }

    private void set(int row, SerializedEvent event) {
      aggregateIds[row] = event.aggregateId();
      sequences[row] = event.sequence();
      aggregateTypes[row] = event.aggregateType();
      eventIds[row] = event.eventId();
      occurredAtMicros[row] = event.occurredAtMicros();
      payloadTypes[row] = event.payloadType();
      payloadRevisions[row] = event.payloadRevision();
      payloads[row] = event.payload();
      metadata[row] = event.metadata();
      System.arraycopy(event.digest(), 0, digests, row * EventDigest.BYTES, EventDigest.BYTES);
    }
  }

  /** The outcomes, one array per column. */
  record OutcomeColumns(
      String[] scopes,
      String[] keys,
      byte[][] requestHashes,
      Long[] lastOrdinals,
      String[] results) {

    private static OutcomeColumns of(List<OutcomeDraft> drafts, List<Long> lastOrdinals) {
      int rows = drafts.size();
      OutcomeColumns columns =
          new OutcomeColumns(
              new String[rows],
              new String[rows],
              new byte[rows][],
              lastOrdinals.toArray(Long[]::new),
              new String[rows]);
      for (int row = 0; row < rows; row++) {
        OutcomeDraft draft = drafts.get(row);
        columns.scopes[row] = draft.key().scope();
        columns.keys[row] = draft.key().key().toString();
        columns.requestHashes[row] = draft.key().requestHash();
        columns.results[row] = draft.resultJson();
      }
      return columns;
    }
  }
}
