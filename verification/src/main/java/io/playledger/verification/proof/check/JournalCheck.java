package io.playledger.verification.proof.check;

import io.playledger.verification.journal.JournalEntry;

/** A check that needs to see what clients wrote down. */
interface JournalCheck {

  void see(JournalEntry entry);

  /** When the journals have gone by. */
  CheckResult result();
}
