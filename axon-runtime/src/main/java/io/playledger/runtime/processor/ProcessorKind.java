package io.playledger.runtime.processor;

/** What a processor does, which decides what may be done with it. */
public enum ProcessorKind {
  /** Writes read tables; may be rebuilt. */
  PROJECTION("projections."),
  /** Acts on the world; never replayed. */
  REACTION("reactions."),
  /** Runs processes across aggregates; never replayed. */
  SAGA("sagas."),
  /** Serves those connected now; keeps no token. */
  FEED("feeds.");

  private final String prefix;

  ProcessorKind(String prefix) {
    this.prefix = prefix;
  }

  /** Name of the processor of this kind for that name. */
  public String processorName(String name) {
    return prefix + name;
  }
}
