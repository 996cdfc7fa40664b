package io.playledger.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a batch, each of which is a row of a history, while the latest per key is the current
 * value.
 *
 * @param <K> the key of the current value
 * @param <E> the event of a change
 */
public final class StandingBatch<K, E> {

  private final String addHistory;
  private final String putStandings;
  private final MultiRow.Rows history;
  private final MultiRow.Rows standings;
  private final HistoryRow<E> historyRow;
  private final StandingRow<E> standingRow;
  private final Map<K, Latest<E>> latest = new LinkedHashMap<>();

  private record Latest<E>(E event, long position, long changes) {}

  /** Values of a row of the history, in the order of its columns. */
  @FunctionalInterface
  public interface HistoryRow<E> {
    @Nullable Object[] of(E event, long position);
  }

  /** Values of the current row, in the order of its columns. */
  @FunctionalInterface
  public interface StandingRow<E> {
    /**
     * @param latest of the key's events in this batch
     * @param changes how many there are
     */
    Object[] of(E latest, long position, long changes);
  }

  /**
   * @param onConflict the clause for an existing row, from {@code ON CONFLICT}
   */
  public StandingBatch(
      MultiRow history,
      HistoryRow<E> historyRow,
      MultiRow standing,
      String onConflict,
      StandingRow<E> standingRow) {
    this.addHistory = history.insert();
    this.putStandings = standing.insert() + " " + onConflict;
    this.history = history.rows();
    this.standings = standing.rows();
    this.historyRow = historyRow;
    this.standingRow = standingRow;
  }

  /** Adds a change, later than the ones before. */
  public void add(K key, E event, long position) {
    history.add(historyRow.of(event, position));
    latest.merge(
        key,
        new Latest<>(event, position, 1),
        (before, now) -> new Latest<>(now.event, now.position, before.changes + 1));
  }

  /** Writes all gathered changes, once. */
  public void writeTo(DSLContext sql) {
    latest
        .values()
        .forEach(one -> standings.add(standingRow.of(one.event, one.position, one.changes)));
    standings.execute(sql, putStandings);
    history.execute(sql, addHistory);
  }
}
