package io.playledger.api.audit;

/** Kinds of entries that are counted when there are too many of them. */
public enum AuditKind {
  SIGN_IN_FAILED,
  ACT_REFUSED
}
