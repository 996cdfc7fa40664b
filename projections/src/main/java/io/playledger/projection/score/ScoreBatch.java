package io.playledger.projection.score;

import static io.playledger.projection.jooq.tables.Score.SCORE;
import static io.playledger.projection.jooq.tables.ScoreHistory.SCORE_HISTORY;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.score.BoardId;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.projection.Chunks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Increments of a batch; of several on one total only the last is written as the total. */
final class ScoreBatch {

  private final List<Increment> increments = new ArrayList<>();
  private final Map<TotalKey, Increment> totals = new LinkedHashMap<>();

  private record Increment(ScoreIncremented event, long position) {}

  private record TotalKey(BoardId board, PlayerId player) {}

  void add(ScoreIncremented event, long position) {
    Increment increment = new Increment(event, position);
    increments.add(increment);
    totals.put(new TotalKey(event.board(), event.player()), increment);
  }

  /** Writes everything gathered and forgets it. */
  void writeTo(DSLContext sql) {
    Chunks.of(List.copyOf(totals.values()), chunk -> writeTotals(sql, chunk));
    Chunks.of(increments, chunk -> writeHistory(sql, chunk));
    totals.clear();
    increments.clear();
  }

  private static void writeTotals(DSLContext sql, List<Increment> chunk) {
    var insert =
        sql.insertInto(
            SCORE,
            SCORE.BOARD,
            SCORE.PLAYER,
            SCORE.TOTAL,
            SCORE.REACHED_POSITION,
            SCORE.REACHED_AT);
    for (Increment row : chunk) {
      ScoreIncremented event = row.event;
      insert =
          insert.values(event.board(), event.player(), event.total(), row.position, event.at());
    }
    insert
        .onConflict(SCORE.BOARD, SCORE.PLAYER)
        .doUpdate()
        .set(SCORE.TOTAL, DSL.excluded(SCORE.TOTAL))
        .set(SCORE.REACHED_POSITION, DSL.excluded(SCORE.REACHED_POSITION))
        .set(SCORE.REACHED_AT, DSL.excluded(SCORE.REACHED_AT))
        .execute();
  }

  private static void writeHistory(DSLContext sql, List<Increment> chunk) {
    var insert =
        sql.insertInto(
            SCORE_HISTORY,
            SCORE_HISTORY.POSITION,
            SCORE_HISTORY.PLAYER,
            SCORE_HISTORY.BOARD,
            SCORE_HISTORY.DELTA,
            SCORE_HISTORY.TOTAL,
            SCORE_HISTORY.AT);
    for (Increment row : chunk) {
      ScoreIncremented event = row.event;
      insert =
          insert.values(
              row.position,
              event.player(),
              event.board(),
              event.delta(),
              event.total(),
              event.at());
    }
    insert.execute();
  }
}
