package io.playledger.runtime.rebuild;

/** What a rebuild is for. */
public enum RebuildMode {
  /** Compare, then put the rebuilt rows in place where they differ. */
  SWITCH,
  /** Compare only. */
  VERIFY_ONLY
}
