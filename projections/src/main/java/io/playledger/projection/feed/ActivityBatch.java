package io.playledger.projection.feed;

import static io.playledger.projection.jooq.tables.Activity.ACTIVITY;
import static io.playledger.projection.jooq.tables.ActivityParty.ACTIVITY_PARTY;

import io.playledger.api.identity.PlayerId;
import io.playledger.projection.Facts;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.MultiRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Activities of a batch. An event that names only its subject concerns the players whom an earlier
 * event made known as its parties; they are looked up once a batch.
 */
final class ActivityBatch {

  private static final MultiRow PARTIES =
      MultiRow.of(ACTIVITY_PARTY, ACTIVITY_PARTY.SUBJECT, ACTIVITY_PARTY.PLAYER);
  private static final String ADD_PARTIES = PARTIES.insert();
  private static final MultiRow ACTIVITIES =
      MultiRow.of(
          ACTIVITY,
          ACTIVITY.PLAYER,
          ACTIVITY.POSITION,
          ACTIVITY.ENTRY,
          ACTIVITY.AT,
          ACTIVITY.TYPE,
          ACTIVITY.SUBJECT,
          ACTIVITY.FACTS);
  private static final String ADD_ACTIVITIES = ACTIVITIES.insert();

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
    MultiRow.Rows pairs = PARTIES.rows();
    newParties.forEach(
        (subject, players) -> players.forEach(player -> pairs.add(subject.name(), player)));
    pairs.execute(sql, ADD_PARTIES);
  }

  private Map<Subject, List<PlayerId>> parties(DSLContext sql) {
    String[] subjects =
        bySubject.stream()
            .map(happening -> happening.subject().name())
            .distinct()
            .toArray(String[]::new);
    Map<Subject, List<PlayerId>> parties = new HashMap<>();
    if (subjects.length > 0) {
      sql.select(ACTIVITY_PARTY.SUBJECT, ACTIVITY_PARTY.PLAYER)
          .from(ACTIVITY_PARTY)
          .where(ACTIVITY_PARTY.SUBJECT.eq(DSL.any(subjects)))
          .forEach(
              row ->
                  parties
                      .computeIfAbsent(new Subject(row.value1()), _ -> new ArrayList<>())
                      .add(row.value2()));
    }
    return parties;
  }

  private void writeRows(DSLContext sql) {
    MultiRow.Rows activities = ACTIVITIES.rows();
    for (Row row : rows) {
      Happening happening = row.happening;
      activities.add(
          row.player,
          happening.position(),
          row.entry,
          happening.at(),
          happening.type(),
          happening.subject().name(),
          happening.facts());
    }
    activities.execute(sql, ADD_ACTIVITIES);
  }
}
