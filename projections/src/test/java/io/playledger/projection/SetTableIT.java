package io.playledger.projection;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.at;
import static io.playledger.projection.jooq.tables.Favourite.FAVOURITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.favourite.FavouriteTarget.Kind;
import io.playledger.api.identity.PlayerId;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SetTableIT {

  private static final SetTable MARKS =
      SetTable.of(
          FAVOURITE,
          3,
          FAVOURITE.PLAYER,
          FAVOURITE.KIND,
          FAVOURITE.TARGET,
          FAVOURITE.POSITION,
          FAVOURITE.MARKED_AT);

  private ProjectedTables tables;
  private SetTable.Batch batch = MARKS.batch();

  @BeforeEach
  void open() throws SQLException {
    tables = new ProjectedTables();
  }

  @AfterEach
  void close() throws SQLException {
    tables.close();
  }

  private void add(PlayerId player, int target, long position) {
    batch.add(player, Kind.LISTING, new UUID(0, target), position, at(1));
  }

  private void remove(PlayerId player, int target) {
    batch.remove(player, Kind.LISTING, new UUID(0, target));
  }

  private void write() {
    batch.writeTo(tables.sql());
    batch = MARKS.batch();
  }

  private Long[] positions() {
    return tables
        .sql()
        .select(FAVOURITE.POSITION)
        .from(FAVOURITE)
        .orderBy(FAVOURITE.POSITION)
        .fetchArray(FAVOURITE.POSITION);
  }

  @Test
  void rowThatComesAndGoesInABatchIsNotWritten() {
    add(ANNA, 1, 1);
    add(ANNA, 2, 2);
    remove(ANNA, 1);
    write();
    assertThat(positions()).containsExactly(2L);
  }

  @Test
  void rowThatGoesAndComesBackInABatchIsTheLaterOne() {
    add(ANNA, 1, 1);
    write();
    remove(ANNA, 1);
    add(ANNA, 1, 3);
    write();
    assertThat(positions()).containsExactly(3L);
  }

  @Test
  void allRowsWithAValueAreRemovedButNotThoseThatFollow() {
    add(ANNA, 1, 1);
    add(BEN, 1, 2);
    write();
    add(ANNA, 2, 3);
    batch.removeAll(FAVOURITE.PLAYER, ANNA);
    add(ANNA, 3, 5);
    write();
    assertThat(positions()).containsExactly(2L, 5L);
  }
}
