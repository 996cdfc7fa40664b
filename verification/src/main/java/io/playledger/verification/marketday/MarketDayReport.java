package io.playledger.verification.marketday;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.ScriptEnded;
import io.playledger.verification.measure.Percentiles;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks and prints the day. The last line is the verdict. */
final class MarketDayReport {

  private static final double NANOS_PER_MILLI = 1_000_000;

  private final DayEvidence evidence;
  private final List<String> closing;
  private final PrintStream out;

  /**
   * @param closing lines for the reader, just before the verdict
   */
  MarketDayReport(DayEvidence evidence, List<String> closing, PrintStream out) {
    this.evidence = evidence;
    this.closing = List.copyOf(closing);
    this.out = out;
  }

  /** Whether the day was clean. */
  boolean print() {
    List<DayCheck> checks =
        evidence.parts().stream().flatMap(part -> part.checks().stream()).toList();
    evidence.stage().progress().phase("checks", checks.size());
    List<Section> sections = checks.stream().map(this::run).toList();
    evidence.stage().progress().close();
    out.println();
    out.println("Playledger market day");
    out.println("=====================");
    out.println(summary());
    sections.forEach(this::print);
    latencies();
    errors();
    findings();
    boolean clean = evidence.stage().findings().isEmpty();
    out.println();
    closing.forEach(out::println);
    out.println(
        clean ? "VERDICT: clean" : "VERDICT: NOT CLEAN: " + evidence.stage().findings().summary());
    out.flush();
    return clean;
  }

  private record Section(String title, List<String> lines) {}

  private Section run(DayCheck check) {
    try {
      return new Section(check.title(), check.run(evidence.stage()));
    } catch (ScriptEnded known) {
      return new Section(check.title(), List.of("broken off: " + known.getMessage()));
    } catch (RuntimeException failed) {
      evidence.stage().findings().add("check failed", check.title() + ": " + failed);
      return new Section(check.title(), List.of("broken off: " + failed));
    }
  }

  private String summary() {
    List<String> counts = new ArrayList<>();
    counts.add(evidence.stage().players().size() + " players");
    evidence.parts().forEach(part -> counts.addAll(part.counts()));
    counts.add("seed " + evidence.stage().seed());
    return "%s; %d requests answered in %d s"
        .formatted(
            String.join(", ", counts), evidence.latencies().count(), evidence.took().toSeconds());
  }

  private void print(Section section) {
    heading(section.title());
    section.lines().forEach(line -> out.println("  " + line));
  }

  private void heading(String title) {
    out.println();
    out.println(title);
  }

  private void latencies() {
    heading("Latency by kind of request, milliseconds");
    out.printf("  %-22s %7s %9s %9s %9s %9s%n", "", "count", "p50", "p95", "p99", "max");
    for (Map.Entry<String, Percentiles> kind : evidence.latencies().byKind().entrySet()) {
      Percentiles times = kind.getValue();
      out.printf(
          "  %-22s %7d %9.1f %9.1f %9.1f %9.1f%n",
          kind.getKey(),
          times.count(),
          times.at(50) / NANOS_PER_MILLI,
          times.at(95) / NANOS_PER_MILLI,
          times.at(99) / NANOS_PER_MILLI,
          times.max() / NANOS_PER_MILLI);
    }
  }

  private void errors() {
    heading("Errors by code, as expected");
    table(evidence.errors().expected().counts());
    heading("Errors by code, not expected");
    table(evidence.errors().unexpected().counts());
    heading("Retries and repetitions");
    out.println("  retried:  " + evidence.retries());
    out.println("  repeated: " + evidence.repeats());
  }

  private void table(Map<String, Long> counts) {
    counts.forEach((code, count) -> out.printf("  %-28s %6d%n", code, count));
    if (counts.isEmpty()) {
      out.println("  none");
    }
  }

  private void findings() {
    if (!evidence.stage().findings().isEmpty()) {
      heading("Findings");
      evidence.stage().findings().lines().forEach(line -> out.println("  " + line));
    }
  }
}
