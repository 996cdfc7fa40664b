package io.playledger.verification.proof.check;

import java.util.List;

/**
 * What one check found.
 *
 * @param detail what was looked at, or why it could not be
 * @param found the first findings in words, each with its position and ids
 * @param count how many there were
 */
public record CheckResult(
    CheckName check, Verdict verdict, String detail, List<String> found, long count) {

  /** How a check ended. */
  public enum Verdict {
    CLEAN,
    FOUND,
    NOT_APPLICABLE
  }

  public CheckResult {
    found = List.copyOf(found);
  }

  static CheckResult notApplicable(CheckName check, String why) {
    return new CheckResult(check, Verdict.NOT_APPLICABLE, why, List.of(), 0);
  }
}
