package io.playledger.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table, as Markdown whose columns also line up in a terminal. */
final class BenchmarkTable {

  private static final List<String> HEAD =
      List.of(
          "benchmark",
          "per second (min..max)",
          "p50 ms",
          "p95 ms",
          "p99 ms",
          "peer per second",
          "ratio",
          "at least",
          "aim",
          "details");

  private BenchmarkTable() {}

  static List<String> lines(List<Row> rows) {
    List<List<String>> cells = rows.stream().map(BenchmarkTable::cells).toList();
    int[] widths =
        IntStream.range(0, HEAD.size())
            .map(
                column ->
                    Math.max(
                        HEAD.get(column).length(),
                        cells.stream().mapToInt(row -> row.get(column).length()).max().orElse(0)))
            .toArray();
    List<String> lines = new java.util.ArrayList<>();
    lines.add(line(HEAD, widths));
    lines.add(
        IntStream.of(widths)
            .mapToObj(width -> "-".repeat(width + 2))
            .collect(Collectors.joining("|", "|", "|")));
    cells.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(column -> pad(cells.get(column), widths[column]))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static List<String> cells(Row row) {
    Goal goal = Goal.of(row.benchmark());
    return List.of(
        row.benchmark(),
        rate(row.rate()),
        millis(row.p50Millis()),
        millis(row.p95Millis()),
        millis(row.p99Millis()),
        row.peer().map(peer -> number(peer.rate()) + " " + peer.name()).orElse(""),
        row.ratio().map(BenchmarkTable::ratio).orElse(""),
        goal.atLeast(),
        goal.aim(),
        row.details().entrySet().stream()
            .map(detail -> detail.getKey() + " " + detail.getValue())
            .collect(Collectors.joining(", ")));
  }

  private static String rate(Spread rate) {
    if (Double.isNaN(rate.median())) {
      return "";
    }
    return "%s (%s..%s)".formatted(number(rate.median()), number(rate.min()), number(rate.max()));
  }

  private static String number(double figure) {
    return String.format(Locale.ROOT, figure < 100 ? "%.2f" : "%,.0f", figure);
  }

  private static String ratio(double ratio) {
    return String.format(Locale.ROOT, ratio < 2 ? "%.2f" : "%.1f", ratio);
  }

  private static String millis(double millis) {
    return Double.isNaN(millis) ? "" : String.format(Locale.ROOT, "%.2f", millis);
  }
}
