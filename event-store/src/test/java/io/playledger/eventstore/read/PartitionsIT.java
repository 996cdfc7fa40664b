package io.playledger.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.SchemaName;
import io.playledger.eventstore.TestLog;
import io.playledger.eventstore.chain.ChainVerifier;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's plans for reads of the log, which read nothing unnecessary. */
class PartitionsIT {

  private static final int EVENTS = 50_000;
  private static final int AGGREGATES = 2_000;
  private static final int PAGE = 1_000;
  private static final Pattern PARTITION = Pattern.compile("events_p\\d");
  private static final Pattern PARTITION_SCANNED =
      Pattern.compile("Index.*Scan.* on events_p\\d.*rows=([0-9.]+)");

  private static TestLog log;
  private static EventRows rows;

  @BeforeAll
  static void fill() throws SQLException {
    log = TestLog.fresh();
    rows = new EventRows(log.pool(), new SchemaName(TestLog.SCHEMA), PAGE);
    try (Connection connection = log.pool().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = " + TestLog.SCHEMA);
      statement.execute(
          """
          INSERT INTO events
          SELECT n, 'wallet:' || n %% %1$d, n / %1$d, 'Wallet', 'event-' || n,
            '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 second', 'Credited', '1',
            '{"units": "1"}', '{}'
          FROM generate_series(1, %2$d) AS n
          """
              .formatted(AGGREGATES, EVENTS));
      statement.execute(
          "INSERT INTO chain VALUES (%d, 1, '', '', '', clock_timestamp())".formatted(EVENTS));
      statement.execute("ANALYZE events");
      statement.execute("RESET search_path");
    }
  }

  @AfterAll
  static void close() {
    log.close();
  }

  /** Plans are made for the values at first, and once for all when a statement comes often. */
  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void aggregateIsReadFromOnePartition(String plans) throws SQLException {
    for (String sql : List.of(rows.byAggregate, rows.lastSequence)) {
      List<String> plan =
          plan(plans, sql, sql.equals(rows.byAggregate) ? "'wallet:7', 0" : "'wallet:7'");
      assertThat(partitions(plan)).as(plan.toString()).hasSize(1);
      assertThat(plan).as(sql).noneMatch(line -> line.contains("Seq Scan"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void newerEventsOfAnAggregateAreFoundByOneIndexLookup(String plans) throws SQLException {
    List<String> plan = plan(plans, rows.goneOn, "'{wallet:7,wallet:8}', '{0,1}'");
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(rowsScanned(plan)).as(plan.toString()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void pageIsMergedFromAllPartitionsAndReadsNoMoreThanAPage(String plans) throws SQLException {
    int middle = EVENTS / 2;
    List<String> plan = plan(plans, rows.byPosition, middle + ", " + (middle + PAGE));
    assertThat(partitions(plan)).hasSize(8);
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(rowsScanned(plan)).as(plan.toString()).isBetween(PAGE, PAGE + 8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void onlyNewEventsAreReadAtTheTail(String plans) throws SQLException {
    List<String> plan = plan(plans, rows.byPosition, (EVENTS - 3) + ", " + (EVENTS - 3 + PAGE));
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(rowsScanned(plan)).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void headIsReadWithoutTheEvents(String plans) throws SQLException {
    assertThat(partitions(plan(plans, rows.head, ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void timeIsFoundByItsPosition(String plans) throws SQLException {
    List<String> plan = plan(plans, rows.byTime.timeAt, "7");
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(rowsScanned(plan)).as(plan.toString()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void positionIsFoundByItsTimeAmongTheEventsAroundIt(String plans) throws SQLException {
    String around = "100, 131, '2026-01-01T00:01:56Z'";
    for (String sql : List.of(rows.byTime.firstSince, rows.byTime.lastBefore)) {
      List<String> plan = plan(plans, sql, around);
      assertThat(plan).as(sql).noneMatch(line -> line.contains("Seq Scan"));
      assertThat(rowsScanned(plan)).as(plan.toString()).isLessThanOrEqualTo(31);
    }
  }

  /** The last look of each verification that reaches the head. */
  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void eventOutsideTheChainIsFoundWithoutReadingTheLog(String plans) throws SQLException {
    String strays = ChainVerifier.strays(new SchemaName(TestLog.SCHEMA));
    List<String> plan = plan(plans, strays, "");
    assertThat(plan).noneMatch(line -> line.contains("Seq Scan"));
    assertThat(plan).noneMatch(line -> line.contains("Rows Removed"));
    assertThat(rowsScanned(plan)).as(plan.toString()).isLessThanOrEqualTo(8);
  }

  @Test
  void timesAreResolvedToPositions() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    assertThat(rows.firstPositionSince(start)).hasValue(1);
    assertThat(rows.firstPositionSince(start.plusSeconds(1_234))).hasValue(1_234);
    assertThat(rows.firstPositionSince(start.plusSeconds(1_234).plusNanos(1_000))).hasValue(1_235);
    assertThat(rows.firstPositionSince(start.plusSeconds(EVENTS))).hasValue(EVENTS);
    assertThat(rows.firstPositionSince(start.plusSeconds(EVENTS + 1))).isEmpty();
    assertThat(rows.lastPositionBefore(start.plusSeconds(1))).isEmpty();
    assertThat(rows.lastPositionBefore(start.plusSeconds(1_234))).hasValue(1_233);
    assertThat(rows.lastPositionBefore(start.plusSeconds(EVENTS + 100))).hasValue(EVENTS);
  }

  private static List<String> plan(String plans, String sql, String values) throws SQLException {
    String numbered = sql;
    for (int parameter = 1; numbered.contains("?"); parameter++) {
      numbered = numbered.replaceFirst("\\?", "\\$" + parameter);
    }
    try (Connection connection = log.pool().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET LOCAL plan_cache_mode = " + plans);
      statement.execute("PREPARE read AS " + numbered);
      List<String> lines = new ArrayList<>();
      try (ResultSet line =
          statement.executeQuery(
              "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF, BUFFERS OFF) EXECUTE read"
                  + (values.isEmpty() ? "" : "(" + values + ")"))) {
        while (line.next()) {
          lines.add(line.getString(1));
        }
      }
      statement.execute("DEALLOCATE read");
      connection.rollback();
      connection.setAutoCommit(true);
      return lines;
    }
  }

  private static Set<String> partitions(List<String> plan) {
    Set<String> found = new TreeSet<>();
    plan.forEach(
        line -> PARTITION.matcher(line).results().forEach(match -> found.add(match.group())));
    return found;
  }

  private static int rowsScanned(List<String> plan) {
    return plan.stream()
        .flatMap(line -> PARTITION_SCANNED.matcher(line).results())
        .mapToInt(match -> new BigDecimal(match.group(1)).intValueExact())
        .sum();
  }
}
