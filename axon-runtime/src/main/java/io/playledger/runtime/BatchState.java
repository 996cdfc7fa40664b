package io.playledger.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The rows that a projection gathers during one batch. Each batch (and each event, if a batch is
 * handled again event by event) starts with a new value, and the value of a failed one is dropped.
 * A live processor and a rebuild use the same projection object at the same time without seeing
 * each other's values.
 *
 * <pre>{@code private final BatchState<List<Row>> rows = new
 * BatchState<>(ArrayList::new); }</pre>
 *
 * @param <T> a mutable collection of rows
 */
public final class BatchState<T> {

  private static final ThreadLocal<Map<BatchState<?>, Object>> BATCH = new ThreadLocal<>();

  private final Supplier<T> fresh;

  /** A state whose initial value comes from the supplier. */
  public BatchState(Supplier<T> fresh) {
    this.fresh = fresh;
  }

  /**
   * The value of the current batch of this thread. Throws {@link IllegalStateException} outside of
   * a batch.
   */
  @SuppressWarnings("unchecked") // put by this method only, under this very key
  public T get() {
    Map<BatchState<?>, Object> batch = BATCH.get();
    if (batch == null) {
      throw new IllegalStateException("no batch is being handled on this thread");
    }
    return (T) batch.computeIfAbsent(this, state -> state.fresh.get());
  }

  /** The work of a batch. */
  @FunctionalInterface
  public interface Work {
    /** Handles events and flushes. */
    void run() throws Exception;
  }

  /**
   * Runs the work as one batch, without values of earlier batches, and clears its values
   * afterwards.
   */
  public static void inNewBatch(Work work) throws Exception {
    Map<BatchState<?>, Object> outer = BATCH.get();
    BATCH.set(new HashMap<>());
    try {
      work.run();
    } finally {
      if (outer == null) {
        BATCH.remove();
      } else {
        BATCH.set(outer);
      }
    }
  }
}
