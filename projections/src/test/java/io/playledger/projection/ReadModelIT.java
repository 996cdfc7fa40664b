package io.playledger.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import io.playledger.api.Event;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Properties of all projections: rows are derived from the events alone. */
class ReadModelIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProjectedTables tables;

  @BeforeEach
  void open() throws Exception {
    tables = new ProjectedTables();
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  @Test
  void everyTableBelongsToExactlyOneProjection() {
    List<String> migrated =
        tables
            .sql()
            .fetchValues(
                """
                SELECT table_name::text FROM information_schema.tables
                WHERE table_schema = 'read_model' AND table_name <> 'flyway_schema_history'
                """)
            .stream()
            .map(Object::toString)
            .toList();

    assertThat(tables.tables()).containsExactlyInAnyOrderElementsOf(migrated);
  }

  @Test
  void noColumnIsFilledByTheDatabase() {
    assertThat(
            tables
                .sql()
                .fetchValues(
                    """
                    SELECT table_name || '.' || column_name FROM information_schema.columns
                    WHERE table_schema = 'read_model' AND table_name <> 'flyway_schema_history'
                      AND (column_default IS NOT NULL OR is_identity = 'YES')
                    """))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 1_000})
  void replayFromTheBeginningGivesTheSameRows(int batchSize) throws Exception {
    int events = 0;
    for (Event event : SampleMarket.all()) {
      tables.happened(event);
      events++;
    }
    for (Event event : eventsOfContextsOutsideTheMarket()) {
      tables.happened(event);
    }
    Map<String, BigDecimal> live = tables.hashes();

    Map<String, BigDecimal> replayed = tables.replay(batchSize);

    assertThat(events).isGreaterThan(50);
    assertThat(live.values()).allMatch(hash -> hash.signum() != 0);
    assertThat(replayed).isEqualTo(live);
    assertThat(tables.hashes()).as("the live rows").isEqualTo(live);
  }

  @Test
  void replayFindsADamagedRow() throws Exception {
    tables.happened(SampleMarket.all());
    tables
        .sql()
        .execute("UPDATE score SET total = total + 1 WHERE player = ?", SampleMarket.ANNA.value());

    Map<String, BigDecimal> replayed = tables.replay(100);

    Map<String, BigDecimal> live = tables.hashes();
    assertThat(replayed.get("score")).isNotEqualTo(live.remove("score"));
    replayed.remove("score");
    assertThat(replayed).isEqualTo(live);
  }

  /** The golden samples of each context with a projection that the market has no event of. */
  private static List<Event> eventsOfContextsOutsideTheMarket() throws Exception {
    Set<Class<?>> inTheMarket = new HashSet<>();
    for (Event event : SampleMarket.all()) {
      inTheMarket.add(event.getClass());
    }
    List<Event> events = new ArrayList<>();
    for (Context context : Contexts.all()) {
      if (ReadModel.projection(context).isPresent()
          && context.events().stream().noneMatch(inTheMarket::contains)) {
        for (Class<? extends Event> type : context.events()) {
          events.add(golden(context, type));
        }
      }
    }
    return events;
  }

  private static Event golden(Context context, Class<? extends Event> type) throws Exception {
    String file =
        "%s.v%s.json".formatted(type.getSimpleName(), type.getAnnotation(Revision.class).value());
    JsonNode sample =
        JSON.readTree(Files.readString(Path.of("..", "docs", "events", context.name(), file)));
    return JSON.treeToValue(sample.path("payload"), type);
  }
}
