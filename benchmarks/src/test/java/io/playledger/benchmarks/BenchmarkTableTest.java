package io.playledger.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkTableTest {

  private static final Row COMPARED =
      Row.of(
          List.of(
              BenchmarkRunnerTest.result("commands", 36_000, 4)
                  .against("stock", 3_000)
                  .with("callers", 64)));

  private static final Row RATE_ALONE = Row.of(List.of(BenchmarkResult.rate("other", 2.5)));

  @Test
  void tableIsMarkdownWithTheGoalBesideTheFigure() {
    List<String> lines = BenchmarkTable.lines(List.of(COMPARED));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).matches("\\|(-+\\|){10}");
    assertThat(cells(lines.get(2)))
        .containsExactly(
            "commands",
            "36,000 (36,000..36,000)",
            "2.00",
            "4.00",
            "8.00",
            "3,000 stock",
            "12.0",
            "6 x stock",
            "12 x, 35,000/s, p99 < 10 ms",
            "callers 64");
  }

  @Test
  void missingFigureIsBlank() {
    assertThat(cells(BenchmarkTable.lines(List.of(RATE_ALONE)).get(2)))
        .containsExactly("other", "2.50 (2.50..2.50)", "", "", "", "", "", "", "", "");
  }

  @Test
  void columnsAreAligned() {
    assertThat(BenchmarkTable.lines(List.of(COMPARED, RATE_ALONE)))
        .extracting(String::length)
        .containsOnly(BenchmarkTable.lines(List.of(COMPARED)).getFirst().length());
  }

  @Test
  void jsonNamesEveryFigure() {
    assertThat(BenchmarkJson.line(COMPARED))
        .isEqualTo(
            "{\"benchmark\":\"commands\",\"rate\":36000.0,\"p50Millis\":2.0,\"p95Millis\":4.0,"
                + "\"p99Millis\":8.0,\"peer\":\"stock\",\"peerRate\":3000.0,\"ratio\":12.0}");
  }

  @Test
  void missingFigureIsNullInJson() {
    assertThat(BenchmarkJson.line(RATE_ALONE))
        .isEqualTo(
            "{\"benchmark\":\"other\",\"rate\":2.5,\"p50Millis\":null,\"p95Millis\":null,"
                + "\"p99Millis\":null}");
  }

  private static List<String> cells(String line) {
    List<String> cells = List.of(line.split("\\|", -1));
    return cells.subList(1, cells.size() - 1).stream().map(String::strip).toList();
  }
}
