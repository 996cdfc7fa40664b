package io.playledger.verification.proof.check;

import io.playledger.verification.journal.JournalEntry;
import io.playledger.verification.journal.JournalEntry.Answered;
import io.playledger.verification.journal.JournalEntry.Asked;
import io.playledger.verification.journal.JournalEntry.CheckpointKept;
import io.playledger.verification.journal.JournalEntry.Unanswered;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Compares every acknowledgement with the stored outcome, and every key with the events under it.
 * An event names its actor, its key and the command that caused it, so a key with two commands is
 * found without a journal.
 */
final class AcknowledgementCheck implements JournalCheck {

  private static final int BATCH = 1_000;

  /** Ids that an answer takes from the command's stored result. */
  private static final List<String> RESULT_IDS = List.of("transaction", "hold");

  private final DatabaseSnapshot snapshot;
  private final CheckProblems problems = new CheckProblems(CheckName.ACKNOWLEDGED_ONCE);
  private final List<Answered> batch = new ArrayList<>();
  private final Set<UUID> unknown = new HashSet<>();
  private long acknowledged;

  AcknowledgementCheck(DatabaseSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  @Override
  public void see(JournalEntry entry) {
    switch (entry) {
      case Asked asked -> {
        if (asked.request().key() != null) {
          unknown.add(asked.request().key());
        }
      }
      case Answered answered -> answered(answered);
      case Unanswered _, CheckpointKept _ -> {
        // the first stays unknown, the second is no business of this check
      }
    }
  }

  private void answered(Answered answered) {
    UUID key = answered.request().key();
    if (key == null) {
      return;
    }
    unknown.remove(key);
    if (answered.acknowledged()) {
      acknowledged++;
      batch.add(answered);
      if (batch.size() == BATCH) {
        compare();
      }
    }
  }

  private void compare() {
    snapshot
        .sql()
        .query(
            """
            SELECT a.ordinal, o.position, o.rejected, o.result,
              EXISTS (SELECT 1 FROM event_store.events e WHERE e.position = a.position),
              (SELECT c.stored_at < ?::timestamptz FROM event_store.chain c
                WHERE c.last_position >= a.position ORDER BY c.last_position LIMIT 1)
            FROM unnest(?::text[], ?::uuid[], ?::bigint[])
                WITH ORDINALITY AS a(scope, key, position, ordinal)
              LEFT JOIN event_store.command_outcomes o ON o.scope = a.scope AND o.key = a.key
            """,
            row -> {
              Answered answered = batch.get(row.getInt(1) - 1);
              long position = row.getLong(2);
              String fault =
                  row.wasNull()
                      ? row.getBoolean(6) ? null : "nothing is stored under its key"
                      : fault(answered, position, row.getBoolean(3), row.getString(4));
              if (fault == null && !row.getBoolean(5)) {
                fault = "there is no event at that position";
              }
              if (fault != null) {
                problems.at(
                    answered.position(),
                    "acknowledged to %s (%s), but %s"
                        .formatted(scope(answered), answered.request().brief(), fault));
              }
            },
            snapshot.outcomesForgottenBefore().toString(),
            batch.stream().map(AcknowledgementCheck::scope).toArray(String[]::new),
            batch.stream().map(answered -> answered.request().key()).toArray(UUID[]::new),
            batch.stream().map(Answered::position).toArray(Long[]::new));
    batch.clear();
  }

  private static @Nullable String fault(
      Answered answered, long position, boolean rejected, String result) {
    if (rejected) {
      return "a rejection is stored under its key";
    }
    if (position != answered.position()) {
      return "its key is stored for position " + position;
    }
    for (String name : RESULT_IDS) {
      String id = answered.ids().get(name);
      if (id != null && result != null && !result.contains(id)) {
        return "the stored result does not name the %s %s".formatted(name, id);
      }
    }
    return null;
  }

  /** Whose key it is: who asked; at a registration, who came to be by it. */
  private static String scope(Answered answered) {
    String actor = answered.request().actor();
    return actor.isEmpty() ? answered.ids().getOrDefault("playerId", "") : actor;
  }

  private void compareKeysWithEvents() {
    snapshot
        .sql()
        .query(
            """
            WITH keyed AS (
              SELECT metadata->>'actorId' AS actor, metadata->>'idempotencyKey' AS key,
                min(metadata->>'causationId') AS one, max(metadata->>'causationId') AS other,
                min(position) AS first, max(position) AS last, count(*) AS events
              FROM event_store.events WHERE metadata->>'idempotencyKey' IS NOT NULL
              GROUP BY 1, 2)
            SELECT k.actor, k.key, k.one <> k.other, k.first, k.last, k.events, o.position,
              o.rejected
            FROM keyed k LEFT JOIN event_store.command_outcomes o ON o.key = k.key::uuid
              AND (o.scope = k.actor OR starts_with(o.scope, k.actor || ':'))
            WHERE (k.one <> k.other OR k.last - k.first + 1 <> k.events
              OR o.position IS DISTINCT FROM k.last OR o.rejected)
              AND NOT (o.position IS NULL AND k.one = k.other
                AND coalesce((SELECT c.stored_at < ?::timestamptz FROM event_store.chain c
                  WHERE c.last_position >= k.last ORDER BY c.last_position LIMIT 1), false))
            """,
            row -> {
              String fault;
              long outcome = row.getLong(7);
              boolean missing = row.wasNull();
              if (row.getBoolean(3)) {
                fault = "did two things";
              } else if (missing) {
                fault = "has events and no outcome";
              } else if (row.getBoolean(8)) {
                fault = "has events and a rejection";
              } else {
                fault = "has events, and an outcome for position " + outcome;
              }
              problems.add(
                  "positions %d to %d (%d events): the key %s of %s %s"
                      .formatted(
                          row.getLong(4),
                          row.getLong(5),
                          row.getLong(6),
                          row.getString(2),
                          row.getString(1),
                          fault));
            },
            snapshot.outcomesForgottenBefore().toString());
    long late =
        snapshot.number(
            "SELECT count(*) FROM event_store.command_outcomes WHERE position > ?",
            snapshot.head());
    if (late > 0) {
      problems.add(late + " outcomes name positions behind the end of the log");
    }
  }

  @Override
  public CheckResult result() {
    if (snapshot.isCopyOfTheLog()) {
      return CheckResult.notApplicable(
          CheckName.ACKNOWLEDGED_ONCE, "Axon Server has the log and the answers by key");
    }
    if (!batch.isEmpty()) {
      compare();
    }
    compareKeysWithEvents();
    long outcomes = snapshot.number("SELECT count(*) FROM event_store.command_outcomes");
    return problems.result(
        "%d acknowledgements, %d outcomes%s".formatted(acknowledged, outcomes, unknownWords()));
  }

  private String unknownWords() {
    if (unknown.isEmpty()) {
      return "";
    }
    long stored =
        snapshot.number(
            "SELECT count(*) FROM event_store.command_outcomes WHERE key = ANY (?::uuid[])",
            (Object) unknown.toArray(UUID[]::new));
    return "; %d without an answer: %d stored, %d not, both are right"
        .formatted(unknown.size(), stored, unknown.size() - stored);
  }
}
