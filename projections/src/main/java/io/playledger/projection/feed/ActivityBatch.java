package io.playledger.projection.feed;

import static io.playledger.projection.jooq.tables.Activity.ACTIVITY;
import static io.playledger.projection.jooq.tables.ActivityParty.ACTIVITY_PARTY;

import io.playledger.api.Event;
import io.playledger.api.identity.PlayerId;
import io.playledger.projection.Facts;
import io.playledger.projection.Happening;
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
import org.jspecify.annotations.Nullable;

/**
 * Activities of a batch. An event that names only its subject concerns the parties that an earlier
 * event registered for it; they are looked up once per batch.
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

  private final Map<String, Set<PlayerId>> newParties = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final List<Row> bySubject = new ArrayList<>();

  /**
   * @param player null while the players whom the subject concerns are not looked up
   * @param entry counts what one event did to one player, from 0
   */
  private record Row(
      @Nullable PlayerId player,
      int entry,
      Event event,
      long position,
      String subject,
      Facts facts) {

    Row of(PlayerId party) {
      return new Row(party, entry, event, position, subject, facts);
    }
  }

  void add(Event event, long position, Happening happening) {
    String subject = happening.subject();
    if (!happening.parties().isEmpty()) {
      newParties.put(subject, new TreeSet<>(happening.parties()));
    }
    if (happening.shares().isEmpty()) {
      bySubject.add(new Row(null, 0, event, position, subject, happening.facts()));
    }
    happening
        .shares()
        .forEach(
            (player, shares) -> {
              for (int entry = 0; entry < shares.size(); entry++) {
                rows.add(new Row(player, entry, event, position, subject, shares.get(entry)));
              }
            });
  }

  /** Writes all gathered changes and clears them. */
  void writeTo(DSLContext sql) {
    writeParties(sql);
    Map<String, List<PlayerId>> parties = parties(sql);
    for (Row row : bySubject) {
      List<PlayerId> players = parties.get(row.subject());
      if (players == null) {
        throw new MissingRowException(ACTIVITY_PARTY, row.subject());
      }
      players.forEach(player -> rows.add(row.of(player)));
    }
    writeRows(sql);
    newParties.clear();
    rows.clear();
    bySubject.clear();
  }

  private void writeParties(DSLContext sql) {
    MultiRow.Rows pairs = PARTIES.rows();
    newParties.forEach((subject, players) -> players.forEach(player -> pairs.add(subject, player)));
    pairs.execute(sql, ADD_PARTIES);
  }

  private Map<String, List<PlayerId>> parties(DSLContext sql) {
    String[] subjects = bySubject.stream().map(Row::subject).distinct().toArray(String[]::new);
    Map<String, List<PlayerId>> parties = new HashMap<>();
    if (subjects.length > 0) {
      sql.select(ACTIVITY_PARTY.SUBJECT, ACTIVITY_PARTY.PLAYER)
          .from(ACTIVITY_PARTY)
          .where(ACTIVITY_PARTY.SUBJECT.eq(DSL.any(subjects)))
          .forEach(
              row ->
                  parties.computeIfAbsent(row.value1(), _ -> new ArrayList<>()).add(row.value2()));
    }
    return parties;
  }

  private void writeRows(DSLContext sql) {
    MultiRow.Rows activities = ACTIVITIES.rows();
    for (Row row : rows) {
      activities.add(
          row.player,
          row.position,
          row.entry,
          row.event.at(),
          row.event.getClass().getSimpleName(),
          row.subject,
          row.facts);
    }
    activities.execute(sql, ADD_ACTIVITIES);
  }
}
