package io.playledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event ever stored stays readable: each revision of each type has a golden JSON sample under
 * {@code docs/events}, with the name under which the type is stored. Today's class writes today's
 * sample, and every older one comes to it through the upcasters. Run with {@code
 * -Dgolden.write=true} to add the sample of a new type or revision; an existing sample is never
 * overwritten.
 */
class GoldenEventsTest {

  private static final Path GOLDEN = Path.of("..", "docs", "events");

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** A sample's file. */
  private record Stored(String type, String revision, Object payload) {}

  static Stream<Arguments> events() {
    return Contexts.eventNames().entrySet().stream()
        .map(event -> Arguments.of(event.getKey(), event.getValue()));
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventReadsItsGoldenSampleAndWritesItBack(String name, Class<?> type)
      throws IOException {
    assertThat(type).as("a message is a record with a revision").hasAnnotation(Revision.class);
    Object sample = EventSample.of(type);
    String revision = type.getAnnotation(Revision.class).value();
    Path golden = golden(name, revision);
    if (Boolean.getBoolean("golden.write") && Files.notExists(golden)) {
      Files.createDirectories(golden.getParent());
      Files.writeString(golden, json.writeValueAsString(new Stored(name, revision, sample)) + "\n");
    }

    assertThat(golden).as("add it with -Dgolden.write=true").exists();
    JsonNode stored = json.readTree(Files.readString(golden));
    Object read = json.treeToValue(stored.get("payload"), type);
    assertThat(read).isEqualTo(sample);
    assertThat(json.readTree(json.writeValueAsString(new Stored(name, revision, read))))
        .isEqualTo(stored);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsReadAsTheCurrentEvent(Path sample) throws IOException {
    StoredSample stored = StoredSample.of(Files.readString(sample));

    assertThat(sample)
        .as("a sample lies in <context>/<Type>.v<revision>.json")
        .isEqualTo(golden(stored.type(), stored.revision()));
    assertThat(stored.read(Contexts.eventNames(), EventUpcasters.all())).isInstanceOf(Event.class);
  }

  /** Samples of older revisions stay when a new one comes. */
  @ParameterizedTest
  @MethodSource("events")
  void everyRevisionHasASample(String name, Class<?> type) {
    int today = Integer.parseInt(type.getAnnotation(Revision.class).value());
    assertThat(today).isPositive();
    for (int revision = 1; revision <= today; revision++) {
      assertThat(golden(name, Integer.toString(revision))).exists();
    }
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Path golden(String name, String revision) {
    String[] parts = name.split("\\.");
    return GOLDEN.resolve(parts[0]).resolve("%s.v%s.json".formatted(parts[1], revision));
  }
}
