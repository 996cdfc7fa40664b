package io.playledger.projection;

import java.util.List;
import java.util.function.Consumer;

/** Cuts many rows into statements that stay below the driver's limit of 32,767 bind values. */
public final class Chunks {

  private static final int ROWS_MAX = 1_000;

  private Chunks() {}

  /** Runs the statement for each part; not at all where there are no rows. */
  public static <T> void of(List<T> rows, Consumer<List<T>> statement) {
    for (int from = 0; from < rows.size(); from += ROWS_MAX) {
      statement.accept(rows.subList(from, Math.min(rows.size(), from + ROWS_MAX)));
    }
  }
}
