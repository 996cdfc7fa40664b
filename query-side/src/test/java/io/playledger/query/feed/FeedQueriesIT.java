package io.playledger.query.feed;

import static io.playledger.projection.jooq.tables.Activity.ACTIVITY;
import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.BOB;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.asset;
import static io.playledger.query.Day.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.playledger.api.InvalidCursorException;
import io.playledger.api.PageOf;
import io.playledger.api.feed.ActivityPage;
import io.playledger.api.feed.ListActivity;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.projection.Facts;
import io.playledger.query.Pages;
import io.playledger.query.ReadTables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedQueriesIT {

  @RegisterExtension final ReadTables tables = new ReadTables();

  @BeforeEach
  void activity() throws Exception {
    tables.happened(asset(USD, 2));
    for (long position = 1; position <= 4; position++) {
      for (int entry = 0; entry < 3; entry++) {
        row(ADA, position, entry);
      }
      row(BOB, position, 0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5, 200})
  void feedListsEveryEntryOnceNewestFirst(int limit) {
    List<ActivityPage.Entry> walked = Pages.all(limit, cursor -> page(ADA, cursor, limit));

    assertThat(walked)
        .extracting(ActivityPage.Entry::subject)
        .containsExactly(
            "4-2", "4-1", "4-0", "3-2", "3-1", "3-0", "2-2", "2-1", "2-0", "1-2", "1-1", "1-0");
    assertThat(walked.getFirst())
        .isEqualTo(
            new ActivityPage.Entry(
                4, at(4), "TradeCompleted", "4-2", Map.of("price", "0.42 USD", "role", "buyer")));
  }

  @Test
  void feedCursorOfAnotherPlayerIsRefused() {
    String cursor = page(ADA, null, 1).nextCursor();

    assertThatExceptionOfType(InvalidCursorException.class).isThrownBy(() -> page(BOB, cursor, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 201})
  void feedPagesHaveALimit(int limit) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> page(ADA, null, limit));
  }

  private ActivityPage page(PlayerId player, String cursor, int limit) {
    return tables.ask(new ListActivity(player, new PageOf(cursor, limit)));
  }

  private void row(PlayerId player, long position, int entry) {
    tables
        .sql()
        .insertInto(ACTIVITY)
        .set(ACTIVITY.PLAYER, player)
        .set(ACTIVITY.POSITION, position)
        .set(ACTIVITY.ENTRY, entry)
        .set(ACTIVITY.AT, at(position))
        .set(ACTIVITY.TYPE, "TradeCompleted")
        .set(ACTIVITY.SUBJECT, position + "-" + entry)
        .set(ACTIVITY.FACTS, Facts.none().with("price", new Amount(USD, 42)).with("role", "buyer"))
        .execute();
  }
}
