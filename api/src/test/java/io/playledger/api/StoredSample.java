package io.playledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.InitialEventRepresentation;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An event as it lies in a log.
 *
 * @param type name under which it was stored, for example {@code ledger.TransactionPosted}
 * @param revision that it was stored in
 * @param json its payload
 */
record StoredSample(String type, String revision, String json) {

  /** Reads a file under {@code docs/events}. */
  static StoredSample of(String text) {
    JsonNode sample = JSON.readTree(text);
    return new StoredSample(
        sample.path("type").asString(),
        sample.path("revision").asString(),
        sample.path("payload").toString());
  }

  private static final Serializer SERIALIZER = Jackson3Serializer.builder().build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Reads it as a server would, and fails where that loses or invents anything.
   *
   * @param types today's events by their names
   */
  Object read(Map<String, ? extends Class<?>> types, List<EventUpcaster> upcasters) {
    List<IntermediateEventRepresentation> upcast =
        new EventUpcasterChain(upcasters)
            .upcast(Stream.of(new InitialEventRepresentation(entry(), SERIALIZER)))
            .toList();
    assertThat(upcast).as("%s of revision %s becomes one event", type, revision).hasSize(1);
    Class<?> today = types.get(upcast.getFirst().getType().getName());
    assertThat(today).as("the class of %s", type).isNotNull().hasAnnotation(Revision.class);
    assertThat(upcast.getFirst().getType().getRevision())
        .as("%s of revision %s needs an upcaster to today's revision", type, revision)
        .isEqualTo(today.getAnnotation(Revision.class).value());
    JsonNode payload = upcast.getFirst().getData(JsonNode.class).getData();
    Object event;
    try {
      event = JSON.readValue(payload.toString(), today);
    } catch (JacksonException e) {
      throw new AssertionError(
          "%s of revision %s is not read without loss: %s"
              .formatted(type, revision, e.getOriginalMessage()),
          e);
    }
    assertThat(JSON.readTree(JSON.writeValueAsString(event)))
        .as("%s of revision %s is read without loss", type, revision)
        .isEqualTo(JSON.readTree(payload.toString()));
    return event;
  }

  private GenericDomainEventEntry<byte[]> entry() {
    return new GenericDomainEventEntry<>(
        "Sample",
        "sample",
        0,
        "event",
        Instant.EPOCH,
        type,
        revision,
        json.getBytes(StandardCharsets.UTF_8),
        "{}".getBytes(StandardCharsets.UTF_8));
  }
}
