package io.playledger.runtime.processor;

/**
 * Settings of one processor.
 *
 * @param segments parts that can be handled in parallel, by threads or nodes; projections have one
 * @param batchSize events per transaction
 */
public record ProcessorSettings(int segments, int batchSize) {

  private static final int SEGMENTS_MAX = 64;
  private static final int BATCH_MAX = 10_000;

  /** Checks the values. */
  public ProcessorSettings {
    if (segments < 1 || segments > SEGMENTS_MAX) {
      throw new IllegalArgumentException("segments must be 1 to 64, not " + segments);
    }
    if (batchSize < 1 || batchSize > BATCH_MAX) {
      throw new IllegalArgumentException("batchSize must be 1 to 10000, not " + batchSize);
    }
  }

  /** The defaults of this kind. */
  public static ProcessorSettings defaultsOf(ProcessorKind kind) {
    return switch (kind) {
      case PROJECTION -> new ProcessorSettings(1, 2_000);
      case REACTION -> new ProcessorSettings(1, 50);
      case SAGA -> new ProcessorSettings(2, 50);
      case FEED -> new ProcessorSettings(1, 500);
    };
  }
}
