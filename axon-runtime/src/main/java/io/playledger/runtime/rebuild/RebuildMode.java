package io.playledger.runtime.rebuild;

/** Modes of a rebuild. */
public enum RebuildMode {
  /** Compare, and replace the live rows if they differ. */
  SWITCH,
  /** Compare only. */
  VERIFY_ONLY
}
