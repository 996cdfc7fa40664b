package io.playledger.access.identity;

import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.query.PersonalRecords;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes everything that is held on a person, as JSON, while it is read: however much it is, a few
 * hundred rows of it are in memory at a time. It comes from the tables of accounts, from every read
 * table, and from the log's own streams about the person.
 */
final class PersonalExport {

  private final AccountRecords accounts;
  private final PersonalRecords records;
  private final EventStore log;
  private final PersonalTexts texts;
  private final TransactionTemplate snapshot;
  private final JsonMapper json;
  private final Clock clock;

  /**
   * Exports.
   *
   * @param snapshot read-only, and sees one state of the database throughout
   */
  PersonalExport(
      AccountRecords accounts,
      PersonalRecords records,
      EventStore log,
      PersonalTexts texts,
      TransactionTemplate snapshot,
      JsonMapper json,
      Clock clock) {
    this.accounts = accounts;
    this.records = records;
    this.log = log;
    this.texts = texts;
    this.snapshot = snapshot;
    this.json = json;
    this.clock = clock;
  }

  /** Writes the whole answer; the stream stays open. */
  void write(Account account, OutputStream out) {
    try (JsonGenerator to = json.createGenerator(out)) {
      to.writeStartObject();
      to.writeBooleanProperty("success", true);
      to.writeObjectPropertyStart("data");
      snapshot.executeWithoutResult(
          status -> {
            accounts.of(account).forEach(to::writePOJOProperty);
            to.writeObjectPropertyStart("records");
            records.read(account.id(), new Writing(to));
            to.writeEndObject();
          });
      to.writeArrayPropertyStart("events");
      streams(account.id()).forEach(stream -> events(stream, to));
      to.writeEndArray();
      to.writeEndObject();
      to.writePOJOProperty("timestamp", clock.instant());
      to.writeEndObject();
    }
  }

  /** What is decided about the player, and what auditors are told. */
  private static List<String> streams(PlayerId player) {
    return List.of(player.aggregateId(), "audit-" + player);
  }

  private void events(String stream, JsonGenerator to) {
    DomainEventStream events = log.readEvents(stream, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> event = events.next();
      to.writePOJO(
          Map.of(
              "type", event.getPayloadType().getSimpleName(),
              "at", event.getTimestamp(),
              "payload", revealed(json.valueToTree(event.getPayload()))));
    }
  }

  /** Texts in place of what they are sealed as. */
  private JsonNode revealed(JsonNode payload) {
    if (payload instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        if (member.getValue().has("ciphertext")) {
          PersonalText sealed = json.treeToValue(member.getValue(), PersonalText.class);
          object.put(member.getKey(), texts.revealOrErased(sealed));
        }
      }
    }
    return payload;
  }

  private static final class Writing implements PersonalRecords.Taker {

    private final JsonGenerator to;

    Writing(JsonGenerator to) {
      this.to = to;
    }

    @Override
    public void table(String name) {
      to.writeArrayPropertyStart(name);
    }

    @Override
    public void row(Map<String, Object> columns) {
      to.writePOJO(columns);
    }

    @Override
    public void end() {
      to.writeEndArray();
    }
  }
}
