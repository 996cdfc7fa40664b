package io.playledger.verification.proof.control;

import io.playledger.verification.proof.check.CheckReport;
import io.playledger.verification.proof.log.CheckResult;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What {@code ./playledger controls} does: plants every bug there is a control for, one after the
 * other, and tells whether the check named for it found it. Words after it choose the controls
 * whose names contain one of them.
 */
public final class ControlsProgram {

  private final NegativeControls controls;
  private final PrintStream out;

  private ControlsProgram(NegativeControls controls, PrintStream out) {
    this.controls = controls;
    this.out = out;
  }

  /** Exit status 0 where all were found and the sound server was clean, 1 where not. */
  public static void main(String[] words) throws IOException {
    Path folder = Files.createTempDirectory("playledger-controls-");
    boolean good;
    try {
      good = new ControlsProgram(new NegativeControls(folder), System.out).run(List.of(words));
    } finally {
      delete(folder);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(List<String> words) {
    boolean good = words.isEmpty() ? sound() : true;
    for (Control control : NegativeControls.all()) {
      if (words.isEmpty() || words.stream().anyMatch(control.name()::contains)) {
        good &= play(control);
      }
    }
    out.println(good ? "VERDICT: every planted bug was found" : "VERDICT: NOT ALL FOUND");
    return good;
  }

  private boolean sound() {
    CheckReport report = controls.sound();
    line("no bug at all", "every check", report.clean() ? "clean" : "FALSE ALARM");
    if (!report.clean()) {
      report.lines().forEach(out::println);
    }
    return report.clean();
  }

  private boolean play(Control control) {
    CheckResult result = controls.play(control);
    boolean found = NegativeControls.found(result);
    line(control.name(), control.foundBy().label(), found ? "found" : "NOT FOUND");
    result.found().stream().findFirst().ifPresent(what -> out.println("    " + what));
    return found;
  }

  private void line(String name, String check, String what) {
    out.println(String.format(Locale.ROOT, "%-64s %-36s %s", name, check, what));
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
