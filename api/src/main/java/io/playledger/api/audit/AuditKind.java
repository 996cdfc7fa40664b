package io.playledger.api.audit;

/** What is counted once there is too much of it. */
public enum AuditKind {
  SIGN_IN_FAILED,
  ACT_REFUSED
}
