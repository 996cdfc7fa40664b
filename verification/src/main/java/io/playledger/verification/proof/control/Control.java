package io.playledger.verification.proof.control;

import io.playledger.verification.proof.check.CheckName;

/** One planted fault and the check that has to find it. */
sealed interface Control permits LiveBug, StoredFault {

  /** What is wrong, for people. */
  String name();

  CheckName foundBy();
}
