package io.playledger.projection.feed;

import static io.playledger.projection.jooq.tables.Activity.ACTIVITY;
import static io.playledger.projection.jooq.tables.ActivityParty.ACTIVITY_PARTY;

import io.playledger.api.identity.PlayerId;
import io.playledger.projection.Chunks;
import io.playledger.projection.Facts;
import io.playledger.projection.MissingRowException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;

/**
 * Activities of a batch. An event that names only its subject concerns the players whom an earlier
 * event made known as its parties; they are looked up once a batch.
 */
final class ActivityBatch {

  private final Map<Subject, Set<PlayerId>> newParties = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Happening> bySubject = new ArrayList<>();

  private record Row(PlayerId player, int entry, Happening happening) {}

  /** Makes known whom a new subject concerns. */
  void concern(Subject subject, List<PlayerId> players) {
    newParties.put(subject, new TreeSet<>(players));
  }

  /** Concerns the parties of its subject. */
  void add(Happening happening) {
    bySubject.add(happening);
  }

  void add(Happening happening, PlayerId player) {
    rows.add(new Row(player, 0, happening));
  }

  /** Did several things to one player. */
  void add(Happening happening, PlayerId player, List<Facts> each) {
    for (int entry = 0; entry < each.size(); entry++) {
      rows.add(new Row(player, entry, happening.with(each.get(entry))));
    }
  }

  /** Writes everything gathered and forgets it. */
  void writeTo(DSLContext sql) {
    writeParties(sql);
    Map<Subject, List<PlayerId>> parties = parties(sql);
    for (Happening happening : bySubject) {
      List<PlayerId> players = parties.get(happening.subject());
      if (players == null) {
        throw new MissingRowException(ACTIVITY_PARTY, happening.subject());
      }
      players.forEach(player -> rows.add(new Row(player, 0, happening)));
    }
    writeRows(sql);
    newParties.clear();
    rows.clear();
    bySubject.clear();
  }

  private void writeParties(DSLContext sql) {
    List<Map.Entry<Subject, PlayerId>> pairs = new ArrayList<>();
    newParties.forEach(
        (subject, players) -> players.forEach(player -> pairs.add(Map.entry(subject, player))));
    Chunks.of(
        pairs,
        chunk -> {
          var insert =
              sql.insertInto(ACTIVITY_PARTY, ACTIVITY_PARTY.SUBJECT, ACTIVITY_PARTY.PLAYER);
          for (Map.Entry<Subject, PlayerId> pair : chunk) {
            insert = insert.values(pair.getKey().name(), pair.getValue());
          }
          insert.execute();
        });
  }

  private Map<Subject, List<PlayerId>> parties(DSLContext sql) {
    List<String> subjects =
        bySubject.stream().map(happening -> happening.subject().name()).distinct().toList();
    Map<Subject, List<PlayerId>> parties = new HashMap<>();
    Chunks.of(
        subjects,
        chunk ->
            sql.select(ACTIVITY_PARTY.SUBJECT, ACTIVITY_PARTY.PLAYER)
                .from(ACTIVITY_PARTY)
                .where(ACTIVITY_PARTY.SUBJECT.in(chunk))
                .forEach(
                    row ->
                        parties
                            .computeIfAbsent(new Subject(row.value1()), _ -> new ArrayList<>())
                            .add(row.value2())));
    return parties;
  }

  private void writeRows(DSLContext sql) {
    Chunks.of(
        rows,
        chunk -> {
          var insert =
              sql.insertInto(
                  ACTIVITY,
                  ACTIVITY.PLAYER,
                  ACTIVITY.POSITION,
                  ACTIVITY.ENTRY,
                  ACTIVITY.AT,
                  ACTIVITY.TYPE,
                  ACTIVITY.SUBJECT,
                  ACTIVITY.FACTS);
          for (Row row : chunk) {
            Happening happening = row.happening;
            insert =
                insert.values(
                    row.player,
                    happening.position(),
                    row.entry,
                    happening.at(),
                    happening.type(),
                    happening.subject().name(),
                    happening.facts());
          }
          insert.execute();
        });
  }
}
