package io.playledger.runtime.rebuild;

/** States of a rebuild. */
public enum RebuildState {
  /** Replaying the log into the shadow tables while the live processor continues. */
  REPLAYING,
  /** The live processor is paused; the last events, the comparison, the switch. */
  COMPARING,
  /** Done; the tables show the result. */
  DONE,
  /** Failed; the live tables are unchanged. */
  FAILED
}
