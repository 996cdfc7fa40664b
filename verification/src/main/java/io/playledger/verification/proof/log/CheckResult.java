package io.playledger.verification.proof.log;

import java.util.List;

/**
 * The result of one check.
 *
 * @param detail the checked data, or why it was not checked
 * @param found the first findings as text, each with its position and ids
 * @param count number of findings
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

  public static CheckResult notApplicable(CheckName check, String why) {
    return new CheckResult(check, Verdict.NOT_APPLICABLE, why, List.of(), 0);
  }
}
