package io.playledger.projection;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.at;
import static io.playledger.projection.jooq.tables.Player.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MultiRowIT {

  /** An array of arrays would become one array of all their texts. */
  @Test
  void listsOfTextsAreStoredSeparatelyAndVerbatim() throws Exception {
    String[] odd = {"a\"b", "c\\d", "e,f", "{g}", "", "NULL", "h i"};
    try (ProjectedTables tables = new ProjectedTables()) {
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

  /** Rows that were written as text before, and by others since, must not differ. */
  @Test
  void timesAreRoundedAsPostgresqlRoundsThem() throws Exception {
    try (ProjectedTables tables = new ProjectedTables()) {
      TableBatch<PlayerId> players = new TableBatch<>(PLAYER, PLAYER.ID);
      Map<PlayerId, Instant> times = new HashMap<>();
      SplittableRandom random = new SplittableRandom(20261121);
      for (int i = 0; i < 3_000; i++) {
        PlayerId player = new PlayerId(SampleMarket.id(10_000 + i));
        long second = random.nextLong(-10_000_000_000L, 200_000_000_000L);
        // halves of a microsecond above all
        int nano = random.nextInt(1_000_000) * 1_000 + (i % 3 == 0 ? 500 : random.nextInt(1_000));
        times.put(player, Instant.ofEpochSecond(second, nano));
        add(players, player, "p" + i);
        players.update(player).set(PLAYER.REGISTERED_AT, times.get(player));
      }
      players.writeTo(tables.sql());
      List<String> different = new ArrayList<>();
      times.forEach(
          (player, time) -> {
            if (!(boolean)
                tables
                    .sql()
                    .fetchValue(
                        "SELECT registered_at = ?::timestamptz FROM player WHERE id = ?",
                        time.toString(),
                        player.value())) {
              different.add(time.toString());
            }
          });
      assertThat(different).isEmpty();
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

  private static String[] roles(ProjectedTables tables, PlayerId player) {
    return tables
        .sql()
        .select(PLAYER.ROLES)
        .from(PLAYER)
        .where(PLAYER.ID.eq(player))
        .fetchSingle()
        .value1();
  }
}
