package io.playledger.verification.proof.check;

import io.playledger.verification.journal.JournalEntry;
import io.playledger.verification.proof.log.CheckResult;

/** A check that needs to see what clients wrote down. */
interface JournalCheck {

  void see(JournalEntry entry);

  /** When the journals have gone by. */
  CheckResult result();
}
