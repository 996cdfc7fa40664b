package io.playledger.verification.proof.log;

import java.util.List;

/** What the checker verifies of one context: it sees the log go by, then says what it found. */
public interface ContextProof {

  /** They see each row of the log in this order. */
  List<LogObserver> observers();

  /** Once the log has gone by. */
  List<CheckResult> results();
}
