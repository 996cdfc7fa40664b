package io.playledger.verification.proof.control;

import io.playledger.verification.proof.log.CheckName;

/** One planted fault, and the check that must find it. */
sealed interface Control permits LiveBug, StoredFault {

  /** A description of the fault. */
  String name();

  CheckName foundBy();
}
