package io.playledger.verification.control;

import io.playledger.verification.check.CheckName;

/** One planted fault and the check that has to find it. */
sealed interface Control permits LiveBug, StoredFault {

  /** What is wrong, for people. */
  String name();

  CheckName foundBy();
}
