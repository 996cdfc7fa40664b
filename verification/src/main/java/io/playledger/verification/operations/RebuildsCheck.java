package io.playledger.verification.operations;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Expect;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A replay of the whole log into shadow tables equals the live tables row by row. */
final class RebuildsCheck implements DayCheck {

  private static final Duration REBUILD_MAX = Duration.ofMinutes(5);
  private static final Set<String> ENDED = Set.of("DONE", "FAILED");

  /** The projection that is not only compared but really rebuilt. */
  private static final String REBUILT = "score";

  @Override
  public String title() {
    return "Replay of every projection against the live tables";
  }

  @Override
  public List<String> run(DayStage stage) {
    List<String> lines = new ArrayList<>();
    List<String> names = projections(stage);
    for (String name : names) {
      lines.add(rebuild(stage, name, true));
    }
    names.stream()
        .filter(name -> name.endsWith(REBUILT))
        .forEach(name -> lines.add(rebuild(stage, name, false)));
    if (names.isEmpty()) {
      stage.findings().add("no projections", "GET /admin/processors lists none");
    }
    return lines;
  }

  private static List<String> projections(DayStage stage) {
    List<String> names = new ArrayList<>();
    for (JsonNode processor :
        stage.desk().read(stage.admin(), "processors.read", "/admin/processors").data()) {
      String error = processor.path("error").asString("");
      if (!error.isEmpty()) {
        stage.findings().add("processor in error", processor.toString());
      }
      if (processor.path("deadLetters").asLong(0) > 0) {
        stage.findings().add("dead letters", processor.toString());
      }
      if (processor.path("kind").asString("").toUpperCase(Locale.ROOT).equals("PROJECTION")) {
        names.add(processor.path("name").asString(""));
      }
    }
    return names;
  }

  private static String rebuild(DayStage stage, String name, boolean verifyOnly) {
    // a check is made anew each time it is asked for, so its key does not follow from the run
    ApiCall call =
        ApiCall.of(
                "rebuild.start",
                "POST",
                "/admin/processors/" + name + "/rebuild?verifyOnly=" + verifyOnly,
                Json.object().put("reason", "the market day's report"))
            .as(stage.admin())
            .keyed(UUID.randomUUID());
    ApiReply started = stage.desk().plain("rebuild of " + name, call, Expect.success());
    if (!started.ok()) {
      return name + ": not started";
    }
    JsonNode end =
        stage
            .watch()
            .until(
                stage.admin(),
                "rebuild.read",
                "/admin/rebuilds/" + id(started),
                rebuild -> ENDED.contains(rebuild.path("state").asString("")),
                REBUILD_MAX);
    boolean equal =
        "DONE".equals(end.path("state").asString("")) && end.path("equal").asBoolean(false);
    if (!equal) {
      stage.findings().add("replay differs", name + ": " + end);
    }
    return line(name, verifyOnly, equal, end);
  }

  private static String id(ApiReply started) {
    String id = started.text("rebuildId");
    return id.isEmpty() ? started.text("id") : id;
  }

  private static String line(String name, boolean verifyOnly, boolean equal, JsonNode end) {
    long rows = 0;
    for (JsonNode table : end.path("tables")) {
      rows += table.path("liveRows").asLong(0);
    }
    return "%-24s %-9s %s, %d tables, %d rows, %d events"
        .formatted(
            name,
            verifyOnly ? "replayed" : "rebuilt",
            equal ? "equal" : "NOT EQUAL",
            end.path("tables").size(),
            rows,
            end.path("eventsDone").asLong(0));
  }
}
