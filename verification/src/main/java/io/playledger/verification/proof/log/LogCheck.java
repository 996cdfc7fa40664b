package io.playledger.verification.proof.log;

/** A check that needs to see the log go by. */
public interface LogCheck extends LogObserver {

  /** When the log has gone by. */
  CheckResult result();
}
