package io.playledger.verification.proof.control;

import io.playledger.verification.proof.check.CheckReport;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.CheckResult.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays controls and tells which of them the checks named for them have found. */
final class NegativeControls {

  private final ControlRuns stage;

  /**
   * @param folder empty
   */
  NegativeControls(Path folder) {
    this.stage = new ControlRuns(folder);
  }

  static List<Control> all() {
    List<Control> all = new ArrayList<>();
    all.addAll(LogFaults.all());
    all.addAll(TableFaults.all());
    all.addAll(BrokenCommands.all());
    all.add(StaleCache.control());
    all.addAll(BrokenSagas.all());
    all.addAll(BrokenProjections.all());
    return all;
  }

  /** Everything that the controls do, on a server without a bug: every check must be clean. */
  CheckReport sound() {
    Scene scene = stage.scene();
    stage.playSound(
        scene, all().stream().filter(LiveBug.class::isInstance).map(LiveBug.class::cast).toList());
    return stage.checkedPatiently(scene);
  }

  /** What the check named for it says of the control. */
  CheckResult play(Control control) {
    Scene scene = stage.scene();
    CheckReport report =
        switch (control) {
          case LiveBug bug -> stage.played(scene, bug);
          case StoredFault fault -> {
            plant(scene, fault);
            yield stage.checked(scene, fault.foundBy());
          }
        };
    Optional<CheckResult> result = report.of(control.foundBy());
    return result.orElseThrow();
  }

  static boolean found(CheckResult result) {
    return result.verdict() == Verdict.FOUND
        && result.found().stream().noneMatch(what -> what.startsWith("could not be carried out"));
  }

  private static void plant(Scene scene, StoredFault fault) {
    var database = scene.database().dataSource();
    new TransactionTemplate(new DataSourceTransactionManager(database))
        .executeWithoutResult(_ -> fault.plant().alter(new JdbcTemplate(database)));
  }
}
