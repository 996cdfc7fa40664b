package io.playledger.verification.check;

/** A check that needs to see the log go by. */
interface LogCheck extends LogObserver {

  /** When the log has gone by. */
  CheckResult result();
}
