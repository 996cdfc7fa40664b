package io.playledger.verification.proof.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.verification.proof.check.CheckReport;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every planted bug is found by the check named for it, and without a bug nothing is. */
class NegativeControlsIT {

  @TempDir static Path folder;

  private static NegativeControls controls;

  @BeforeAll
  static void prepare() {
    controls = new NegativeControls(folder);
  }

  /** One fault of the log, one of the tables, one of a running server: what every build sees. */
  private static final Set<String> ALWAYS =
      Set.of("altered payload", "balance off by one", "overdraft by a skipped check");

  static List<Control> threeControls() {
    List<Control> chosen =
        NegativeControls.all().stream().filter(each -> ALWAYS.contains(each.name())).toList();
    assertThat(chosen).hasSameSizeAs(ALWAYS);
    return chosen;
  }

  static List<Control> allOtherControls() {
    return NegativeControls.all().stream().filter(each -> !ALWAYS.contains(each.name())).toList();
  }

  @Test
  @Tag("proof")
  void soundServerIsCleanInEveryCheck() {
    CheckReport report = controls.sound();
    assertThat(report.clean()).as(String.join("\n", report.lines())).isTrue();
    assertThat(report.results())
        .as("every check had something to look at")
        .noneMatch(result -> result.verdict() == Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @MethodSource("threeControls")
  void checksFindTheBugsThatEveryBuildPlants(Control control) {
    assertFound(control);
  }

  @ParameterizedTest
  @MethodSource("allOtherControls")
  @Tag("proof")
  void checksFindEveryOtherPlantedBug(Control control) {
    assertFound(control);
  }

  private static void assertFound(Control control) {
    CheckResult result = controls.play(control);
    assertThat(NegativeControls.found(result)).as(control.name() + ": " + result).isTrue();
  }
}
