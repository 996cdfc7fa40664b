package io.playledger.projection;

import static io.playledger.projection.MarketDay.ANNA;
import static io.playledger.projection.MarketDay.BEN;
import static io.playledger.projection.MarketDay.at;
import static io.playledger.projection.jooq.tables.Player.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.identity.PlayerId;
import org.junit.jupiter.api.Test;

class MultiRowIT {

  /** An array of arrays would become one array of all their texts. */
  @Test
  void listsOfTextsAreKeptApartAndWordForWord() throws Exception {
    String[] odd = {"a\"b", "c\\d", "e,f", "{g}", "", "NULL", "h i"};
    try (ReadTables tables = new ReadTables()) {
      TableBatch<PlayerId> players = new TableBatch<>(PLAYER, PLAYER.ID);
      add(players, ANNA, "annika", odd);
      add(players, BEN, "ben");
      players.writeTo(tables.sql());
      assertThat(roles(tables, ANNA)).containsExactly(odd);
      assertThat(roles(tables, BEN)).isEmpty();

      players.update(ANNA).set(PLAYER.ROLES, new String[] {"x"});
      players.update(BEN).set(PLAYER.ROLES, odd);
      players.writeTo(tables.sql());
      assertThat(roles(tables, ANNA)).containsExactly("x");
      assertThat(roles(tables, BEN)).containsExactly(odd);
    }
  }

  private static void add(
      TableBatch<PlayerId> players, PlayerId player, String name, String... roles) {
    players
        .insert(player)
        .set(PLAYER.USERNAME, name)
        .set(PLAYER.ROLES, roles)
        .set(PLAYER.BANNED, false)
        .set(PLAYER.REGISTERED_AT, at(0))
        .set(PLAYER.POSITION, 1L);
  }

  private static String[] roles(ReadTables tables, PlayerId player) {
    return tables
        .sql()
        .select(PLAYER.ROLES)
        .from(PLAYER)
        .where(PLAYER.ID.eq(player))
        .fetchSingle()
        .value1();
  }
}
