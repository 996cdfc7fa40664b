package io.playledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.escrow.EscrowEvent;
import io.playledger.api.identity.IdentityEvent;
import io.playledger.api.ledger.LedgerEvent;
import io.playledger.api.market.MarketEvent;
import io.playledger.api.reputation.ReputationEvent;
import io.playledger.api.score.ScoreEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event ever stored stays readable: each type has a golden JSON sample under {@code
 * docs/events}, and today's class reads it and writes it back unchanged. Run with {@code
 * -Dgolden.write=true} to add the sample of a new type; an existing sample is never overwritten.
 */
class GoldenEventsTest {

  private static final Path GOLDEN = Path.of("..", "docs", "events");

  /** One line a context. */
  private static final List<Class<? extends Event>> CONTEXTS =
      List.of(
          IdentityEvent.class,
          LedgerEvent.class,
          MarketEvent.class,
          EscrowEvent.class,
          ReputationEvent.class,
          ScoreEvent.class);

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Stream<Class<?>> events() {
    return CONTEXTS.stream().flatMap(context -> Stream.of(context.getPermittedSubclasses()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void readsItsGoldenSampleAndWritesItBack(Class<?> type) throws IOException {
    assertThat(type).as("a message is a record with a revision").hasAnnotation(Revision.class);
    Object sample = EventSample.of(type);
    Path golden = golden(type);
    if (Boolean.getBoolean("golden.write") && Files.notExists(golden)) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, json.writeValueAsString(sample) + "\n");
    }

    assertThat(golden).as("add it with -Dgolden.write=true").exists();
    String stored = Files.readString(golden);
    Object read = json.readValue(stored, type);
    assertThat(read).isEqualTo(sample);
    assertThat(json.readTree(json.writeValueAsString(read))).isEqualTo(json.readTree(stored));
  }

  @Test
  void hasNoSampleWithoutItsEvent() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      assertThat(files.filter(file -> file.toString().endsWith(".json")).map(Path::normalize))
          .containsExactlyInAnyOrderElementsOf(
              events().map(type -> golden(type).normalize()).toList());
    }
  }

  private static Path golden(Class<?> type) {
    String context = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    String revision = type.getAnnotation(Revision.class).value();
    return GOLDEN.resolve(context).resolve(type.getSimpleName() + ".v" + revision + ".json");
  }
}
