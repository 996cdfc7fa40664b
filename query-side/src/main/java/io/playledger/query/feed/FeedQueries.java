package io.playledger.query.feed;

import static io.playledger.projection.jooq.tables.Activity.ACTIVITY;
import static io.playledger.projection.jooq.tables.ActivityParty.ACTIVITY_PARTY;
import static org.jooq.impl.DSL.row;

import io.playledger.api.feed.ActivityPage;
import io.playledger.api.feed.ListActivity;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.query.Cursor;
import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import io.playledger.query.Slice;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Answers queries about the activity of players. */
public final class FeedQueries implements QueryContext {

  private final DSLContext sql;
  private final Decimals decimals;

  public FeedQueries(QueryTools tools) {
    this.sql = tools.sql();
    this.decimals = tools.decimals();
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(
        ReadTable.ofPersons(ACTIVITY, ACTIVITY.PLAYER),
        ReadTable.ofPersons(ACTIVITY_PARTY, ACTIVITY_PARTY.PLAYER));
  }

  @QueryHandler
  ActivityPage answer(ListActivity query) {
    List<?> filter = List.of("activity", query.player());
    Condition which = ACTIVITY.PLAYER.eq(query.player());
    if (query.page().cursor() != null) {
      Cursor after = Cursor.read(query.page().cursor(), filter, 2);
      which =
          which.and(row(ACTIVITY.POSITION, ACTIVITY.ENTRY).lt(after.number(0), after.integer(1)));
    }
    Slice<Record> slice =
        Slice.of(
            sql.selectFrom(ACTIVITY)
                .where(which)
                .orderBy(ACTIVITY.POSITION.desc(), ACTIVITY.ENTRY.desc())
                .limit(Slice.fetch(query.page().limit()))
                .fetch(row -> row),
            query.page().limit());
    return new ActivityPage(
        slice.items(this::entry),
        slice.next(
            last -> Cursor.write(filter, last.get(ACTIVITY.POSITION), last.get(ACTIVITY.ENTRY))));
  }

  private ActivityPage.Entry entry(Record row) {
    return new ActivityPage.Entry(
        row.get(ACTIVITY.POSITION),
        row.get(ACTIVITY.AT),
        row.get(ACTIVITY.TYPE),
        row.get(ACTIVITY.SUBJECT),
        row.get(ACTIVITY.FACTS).shown(decimals));
  }
}
