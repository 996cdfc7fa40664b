package io.playledger.command.aggregate;

/**
 * A type of aggregate, as the wiring registers it.
 *
 * @param root its class; context and simple name are the type in the log, such as {@code
 *     ledger.Wallet}
 * @param snapshotEvery events between snapshots; 0 for none
 */
public record AggregateType<T extends Root>(Class<T> root, int snapshotEvery) {

  /** A type with short streams, which is rebuilt from all its events. */
  public static <T extends Root> AggregateType<T> of(Class<T> root) {
    return new AggregateType<>(root, 0);
  }

  /** A type with streams that grow without limit, which has snapshots. */
  public static <T extends Root> AggregateType<T> snapshotted(Class<T> root, int every) {
    return new AggregateType<>(root, every);
  }
}
