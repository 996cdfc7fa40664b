package io.playledger.verification.proof.check;

import io.playledger.runtime.rebuild.ProjectionRebuilder;
import io.playledger.runtime.rebuild.RebuildMode;
import io.playledger.runtime.rebuild.RebuildStatus;
import io.playledger.runtime.rebuild.TableComparison;
import io.playledger.verification.http.Pause;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import java.util.List;
import java.util.UUID;

/** Replays every projection from the beginning into shadow tables. */
final class ReplayCheck {

  private static final long LOOK_MILLIS = 100;

  private final ProjectionRebuilder rebuilder;
  private final CheckProblems problems = new CheckProblems(CheckName.READ_TABLES_EQUAL_REPLAY);
  private long tables;
  private long rows;

  ReplayCheck(ProjectionRebuilder rebuilder) {
    this.rebuilder = rebuilder;
  }

  CheckResult run() {
    List<String> projections = rebuilder.projections();
    for (String projection : projections) {
      judge(ended(rebuilder.start(projection, RebuildMode.VERIFY_ONLY)));
    }
    return problems.result(
        "%d projections, %d tables, %d rows".formatted(projections.size(), tables, rows));
  }

  private RebuildStatus ended(UUID id) {
    while (true) {
      RebuildStatus status = rebuilder.find(id).orElseThrow();
      if (status.endedAt() != null) {
        return status;
      }
      Pause.millis(LOOK_MILLIS);
    }
  }

  private void judge(RebuildStatus replay) {
    if (replay.error() != null) {
      problems.add(replay.projection() + ": the replay failed: " + replay.error());
    }
    for (TableComparison table : replay.tables()) {
      tables++;
      rows += table.liveRows();
      if (!table.equal()) {
        problems.at(
            replay.eventsTotal(),
            "%s.%s: live %d rows with hash %s, replayed %d rows with hash %s"
                .formatted(
                    replay.projection(),
                    table.table(),
                    table.liveRows(),
                    table.liveHash(),
                    table.rebuiltRows(),
                    table.rebuiltHash()));
      }
    }
  }
}
