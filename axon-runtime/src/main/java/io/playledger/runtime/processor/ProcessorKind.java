package io.playledger.runtime.processor;

/** Kinds of processors, which decide what is allowed with them. */
public enum ProcessorKind {
  /** Writes read tables; can be rebuilt. */
  PROJECTION("projections."),
  /** Has external effects; never replayed. */
  REACTION("reactions."),
  /** Runs processes across aggregates; never replayed. */
  SAGA("sagas."),
  /** Serves connected clients; keeps no token. */
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
