package io.playledger.access.identity.erasure;

import io.playledger.access.identity.account.Account;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes all data about a person as JSON while it is read, with only a few hundred rows in memory.
 * The data comes from the account tables, all read tables, and the person's streams in the log.
 */
final class PersonalExport {

  private final AccountRecords accounts;
  private final PersonalRecords records;
  private final EventStore log;
  private final PersonalTexts texts;

  /** Read-only, and sees one state of the database throughout. */
  private final TransactionTemplate snapshot;

  private final JsonMapper json;
  private final Clock clock;

  PersonalExport(
      AccountRecords accounts,
      PersonalRecords records,
      EventStore log,
      PersonalTexts texts,
      PlatformTransactionManager transactions,
      JsonMapper json,
      Clock clock) {
    this.accounts = accounts;
    this.records = records;
    this.log = log;
    this.texts = texts;
    this.snapshot = new TransactionTemplate(transactions);
    this.snapshot.setReadOnly(true);
    this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.json = json;
    this.clock = clock;
  }

  /** Writes the whole document; the stream stays open. */
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

  /** The events about the player, including audit events. */
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

  /** Replaces encrypted texts by plain ones. */
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
