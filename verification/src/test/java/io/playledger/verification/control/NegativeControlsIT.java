package io.playledger.verification.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.verification.check.CheckReport;
import io.playledger.verification.check.CheckResult;
import io.playledger.verification.check.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
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

  static List<Control> controls() {
    return NegativeControls.all();
  }

  @Test
  void aSoundServerIsCleanInEveryCheck() {
    CheckReport report = controls.sound();
    assertThat(report.clean()).as(String.join("\n", report.lines())).isTrue();
    assertThat(report.results())
        .as("every check had something to look at")
        .noneMatch(result -> result.verdict() == Verdict.NOT_APPLICABLE);
  }

  @ParameterizedTest
  @MethodSource("controls")
  void isFound(Control control) {
    CheckResult result = controls.play(control);
    assertThat(NegativeControls.found(result)).as(control.name() + ": " + result).isTrue();
  }
}
