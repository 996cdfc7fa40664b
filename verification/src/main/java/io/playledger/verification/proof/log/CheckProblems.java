package io.playledger.verification.proof.log;

import io.playledger.verification.proof.log.CheckResult.Verdict;
import java.util.ArrayList;
import java.util.List;

/** What one check finds: all are counted, the first are kept. */
public final class CheckProblems {

  private static final int KEPT_MAX = 10;

  private final CheckName check;
  private final List<String> kept = new ArrayList<>();
  private long count;

  public CheckProblems(CheckName check) {
    this.check = check;
  }

  public void add(String what) {
    count++;
    if (kept.size() < KEPT_MAX) {
      kept.add(what);
    }
  }

  public void at(long position, String what) {
    add("position " + position + ": " + what);
  }

  /**
   * @param detail what was looked at
   */
  public CheckResult result(String detail) {
    return new CheckResult(check, count == 0 ? Verdict.CLEAN : Verdict.FOUND, detail, kept, count);
  }
}
