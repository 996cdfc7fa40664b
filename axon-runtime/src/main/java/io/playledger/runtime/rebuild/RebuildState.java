package io.playledger.runtime.rebuild;

/** How far a rebuild is. */
public enum RebuildState {
  /** Replaying the log into the shadow tables while the live processor goes on. */
  REPLAYING,
  /** The live processor is paused; the last events, the comparison, the switch. */
  COMPARING,
  /** Done, see the tables. */
  DONE,
  /** Ended with an error; the live tables are as they were. */
  FAILED
}
