package io.playledger.verification.proof.check;

import io.playledger.verification.http.Json;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.CheckResult.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The results of all checks.
 *
 * @param head last position of the checked log
 * @param results in the order of {@link CheckName}
 */
public record CheckReport(long head, List<CheckResult> results) {

  public CheckReport {
    results = List.copyOf(results);
  }

  /** Whether nothing was found. */
  public boolean clean() {
    return results.stream().noneMatch(result -> result.verdict() == Verdict.FOUND);
  }

  /** The result of this check; empty where it was not asked for. */
  public Optional<CheckResult> of(CheckName check) {
    return results.stream().filter(result -> result.check() == check).findFirst();
  }

  /** For people; the last line is the verdict. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Log head at position " + head);
    for (CheckResult result : results) {
      lines.add(
          "%-36s %-14s %s"
              .formatted(result.check().label(), words(result), result.detail())
              .stripTrailing());
      result.found().forEach(found -> lines.add("    " + found));
      if (result.count() > result.found().size()) {
        lines.add("    and " + (result.count() - result.found().size()) + " more");
      }
    }
    lines.add(verdict());
    return lines;
  }

  private String verdict() {
    if (clean()) {
      return "VERDICT: clean";
    }
    List<String> found =
        results.stream()
            .filter(result -> result.verdict() == Verdict.FOUND)
            .map(result -> result.check().label() + " (" + result.count() + ")")
            .toList();
    return "VERDICT: NOT CLEAN: " + String.join(", ", found);
  }

  private static String words(CheckResult result) {
    return switch (result.verdict()) {
      case CLEAN -> "clean";
      case FOUND -> "FOUND " + result.count();
      case NOT_APPLICABLE -> "not applicable";
    };
  }

  /** One line of JSON. */
  public String json() {
    ObjectNode json = Json.object().put("clean", clean()).put("head", head);
    ArrayNode checks = json.putArray("checks");
    for (CheckResult result : results) {
      ObjectNode check = checks.addObject();
      check.put("check", result.check().label());
      check.put("verdict", result.verdict().name());
      check.put("detail", result.detail());
      check.put("count", result.count());
      ArrayNode found = check.putArray("found");
      result.found().forEach(found::add);
    }
    return new String(Json.bytes(json), StandardCharsets.UTF_8);
  }
}
