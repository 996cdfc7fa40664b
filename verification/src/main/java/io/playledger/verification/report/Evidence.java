package io.playledger.verification.report;

import io.playledger.verification.day.DayRecord;
import io.playledger.verification.day.Desk;
import io.playledger.verification.day.Stage;
import io.playledger.verification.day.Watch;
import io.playledger.verification.http.RetryReason;
import io.playledger.verification.http.Session;
import io.playledger.verification.measure.Errors;
import io.playledger.verification.measure.Findings;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * All that the report goes by.
 *
 * @param before the trial balance when the day began
 * @param took how long the day was
 */
public record Evidence(
    Stage stage,
    Latencies latencies,
    Errors errors,
    Tally<RetryReason> retries,
    Tally<String> repeats,
    TrialBalance before,
    Duration took) {

  boolean repeated() {
    return stage.repeated();
  }

  DayRecord day() {
    return stage.record();
  }

  Desk desk() {
    return stage.desk();
  }

  Watch watch() {
    return stage.watch();
  }

  Session admin() {
    return stage.admin();
  }

  Findings findings() {
    return stage.findings();
  }

  /** The newest position that anybody has seen: every check reads at least that far. */
  long seen() {
    return Stream.concat(
            Stream.of(stage.admin()),
            Stream.concat(stage.players().stream(), stage.moderators().stream()))
        .mapToLong(Session::seen)
        .max()
        .orElse(0);
  }
}
