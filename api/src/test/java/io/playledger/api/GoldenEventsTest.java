package io.playledger.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every event ever stored stays readable: each revision of each type has a golden JSON sample under
 * {@code docs/events}. Today's class writes today's sample, and every older one comes to it through
 * the upcasters. Run with {@code -Dgolden.write=true} to add the sample of a new type or revision;
 * an existing sample is never overwritten.
 */
class GoldenEventsTest {

  private static final Path GOLDEN = Path.of("..", "docs", "events");
  private static final Pattern SAMPLE =
      Pattern.compile("(?<type>[A-Za-z]+)\\.v(?<revision>[0-9]+)\\.json");

  private final JsonMapper json =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static Stream<Class<?>> events() {
    return Contexts.eventNames().values().stream().map(type -> type);
  }

  @ParameterizedTest
  @MethodSource("events")
  void everyEventReadsItsGoldenSampleAndWritesItBack(Class<?> type) throws IOException {
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

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsReadAsTheCurrentEvent(Path sample) throws IOException {
    Matcher name = SAMPLE.matcher(sample.getFileName().toString());
    assertThat(name.matches()).as("%s is named Type.vRevision.json", sample).isTrue();
    String type =
        "%s.%s.%s"
            .formatted(
                getClass().getPackageName(), sample.getParent().getFileName(), name.group("type"));

    Object event =
        new StoredSample(type, name.group("revision"), Files.readString(sample))
            .read(EventUpcasters.all());

    assertThat(events()).contains(event.getClass());
  }

  /** Samples of older revisions stay when a new one comes. */
  @ParameterizedTest
  @MethodSource("events")
  void everyRevisionHasASample(Class<?> type) {
    int today = Integer.parseInt(type.getAnnotation(Revision.class).value());
    assertThat(today).isPositive();
    for (int revision = 1; revision <= today; revision++) {
      assertThat(golden(type, Integer.toString(revision))).exists();
    }
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static Path golden(Class<?> type) {
    return golden(type, type.getAnnotation(Revision.class).value());
  }

  private static Path golden(Class<?> type, String revision) {
    String context = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    return GOLDEN.resolve(context).resolve(type.getSimpleName() + ".v" + revision + ".json");
  }
}
