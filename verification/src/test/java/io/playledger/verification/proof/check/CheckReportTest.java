package io.playledger.verification.proof.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.verification.http.Json;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.CheckResult.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CheckReportTest {

  private static CheckResult clean() {
    return new CheckProblems(CheckName.LOG_GAPLESS).result("7 events");
  }

  private static CheckResult found(int problems) {
    CheckProblems found = new CheckProblems(CheckName.NO_OVERDRAFT);
    for (int i = 1; i <= problems; i++) {
      found.at(i, "too little");
    }
    return found.result("3 accounts");
  }

  @Test
  void reportWithoutFindingsIsClean() {
    CheckReport report =
        new CheckReport(
            7,
            List.of(clean(), CheckResult.notApplicable(CheckName.LOG_NOT_TRUNCATED, "no journal")));
    assertThat(report.clean()).isTrue();
    assertThat(report.lines()).last().isEqualTo("VERDICT: clean");
  }

  @Test
  void oneFindingMakesTheReportNotClean() {
    CheckReport report = new CheckReport(7, List.of(clean(), found(1)));
    assertThat(report.clean()).isFalse();
    assertThat(report.lines()).last().isEqualTo("VERDICT: NOT CLEAN: no-overdraft (1)");
    assertThat(report.lines()).contains("    position 1: too little");
  }

  @Test
  void findingsAreCountedAndTheFirstAreShown() {
    CheckReport report = new CheckReport(7, List.of(found(25)));
    assertThat(report.lines()).contains("    and 15 more").hasSize(1 + 1 + 10 + 1 + 1);
    assertThat(report.of(CheckName.NO_OVERDRAFT).orElseThrow().count()).isEqualTo(25);
  }

  @Test
  void jsonReportHasTheSameContent() {
    JsonNode json =
        Json.parse(
            new CheckReport(7, List.of(clean(), found(2))).json().getBytes(StandardCharsets.UTF_8));
    assertThat(json.path("clean").asBoolean(true)).isFalse();
    assertThat(json.path("head").asLong()).isEqualTo(7);
    assertThat(json.path("checks").path(1).path("check").asString()).isEqualTo("no-overdraft");
    assertThat(json.path("checks").path(1).path("verdict").asString())
        .isEqualTo(Verdict.FOUND.name());
    assertThat(json.path("checks").path(1).path("found").size()).isEqualTo(2);
  }
}
