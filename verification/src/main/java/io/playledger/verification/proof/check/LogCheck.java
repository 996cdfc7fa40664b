package io.playledger.verification.proof.check;

/** A check that needs to see the log go by. */
interface LogCheck extends LogObserver {

  /** When the log has gone by. */
  CheckResult result();
}
