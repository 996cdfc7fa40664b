package io.playledger.projection.reputation;

import static io.playledger.projection.jooq.tables.Reputation.REPUTATION;
import static io.playledger.projection.jooq.tables.ReputationChange.REPUTATION_CHANGE;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.projection.Chunks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Changes of a batch; of several to one player only the last is written as the standing. */
final class ReputationBatch {

  private final List<Change> changes = new ArrayList<>();
  private final Map<PlayerId, Standing> standings = new LinkedHashMap<>();

  private record Change(ReputationChanged event, long position) {}

  private record Standing(PlayerId player, int score, long changes) {}

  void add(ReputationChanged event, long position) {
    changes.add(new Change(event, position));
    Standing before = standings.get(event.player());
    long count = before == null ? 1 : before.changes + 1;
    standings.put(event.player(), new Standing(event.player(), event.score(), count));
  }

  /** Writes everything gathered and forgets it. */
  void writeTo(DSLContext sql) {
    Chunks.of(List.copyOf(standings.values()), chunk -> writeStandings(sql, chunk));
    Chunks.of(changes, chunk -> writeChanges(sql, chunk));
    standings.clear();
    changes.clear();
  }

  private static void writeStandings(DSLContext sql, List<Standing> chunk) {
    var insert =
        sql.insertInto(REPUTATION, REPUTATION.PLAYER, REPUTATION.SCORE, REPUTATION.CHANGES);
    for (Standing row : chunk) {
      insert = insert.values(row.player, row.score, row.changes);
    }
    insert
        .onConflict(REPUTATION.PLAYER)
        .doUpdate()
        .set(REPUTATION.SCORE, DSL.excluded(REPUTATION.SCORE))
        .set(REPUTATION.CHANGES, REPUTATION.CHANGES.plus(DSL.excluded(REPUTATION.CHANGES)))
        .execute();
  }

  private static void writeChanges(DSLContext sql, List<Change> chunk) {
    var insert =
        sql.insertInto(
            REPUTATION_CHANGE,
            REPUTATION_CHANGE.POSITION,
            REPUTATION_CHANGE.PLAYER,
            REPUTATION_CHANGE.ACTION,
            REPUTATION_CHANGE.DELTA,
            REPUTATION_CHANGE.SCORE,
            REPUTATION_CHANGE.POLICY_VERSION,
            REPUTATION_CHANGE.SOURCE,
            REPUTATION_CHANGE.WORDS,
            REPUTATION_CHANGE.AT);
    for (Change row : chunk) {
      ReputationChanged event = row.event;
      insert =
          insert.values(
              row.position,
              event.player(),
              event.action(),
              event.delta(),
              event.score(),
              event.policyVersion(),
              event.source(),
              event.reason(),
              event.at());
    }
    insert.execute();
  }
}
