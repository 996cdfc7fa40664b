package io.playledger.verification.proof.check;

import io.playledger.verification.proof.log.CheckName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Settings of a check.
 *
 * @param checks the checks to run
 * @param journals files and folders of clients' journals
 * @param patience how long due processes can take to finish
 * @param snapshotsMax how many snapshots are compared
 */
public record CheckSettings(
    Set<CheckName> checks, List<Path> journals, Duration patience, int snapshotsMax) {

  /** What the platform promises. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  public static final int SNAPSHOTS_MAX = 1_000;

  public CheckSettings {
    checks = Set.copyOf(checks);
    journals = List.copyOf(journals);
  }

  /** Everything, with these journals. */
  public static CheckSettings everything(List<Path> journals) {
    return new CheckSettings(Set.of(CheckName.values()), journals, PATIENCE, SNAPSHOTS_MAX);
  }

  /** These checks alone. */
  public CheckSettings only(CheckName... wanted) {
    return new CheckSettings(Set.copyOf(List.of(wanted)), journals, patience, snapshotsMax);
  }

  /** The same with this patience. */
  public CheckSettings patient(Duration newPatience) {
    return new CheckSettings(checks, journals, newPatience, snapshotsMax);
  }
}
