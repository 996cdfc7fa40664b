package io.playledger.projection.identity;

import static io.playledger.projection.SampleMarket.ANNA;
import static io.playledger.projection.SampleMarket.BEN;
import static io.playledger.projection.SampleMarket.at;
import static io.playledger.projection.SampleMarket.says;
import static io.playledger.projection.jooq.tables.Player.PLAYER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.projection.MissingRowException;
import io.playledger.projection.ProjectedTables;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityProjectionIT {

  private ProjectedTables tables;

  @BeforeEach
  void open() throws Exception {
    tables = new ProjectedTables();
  }

  @AfterEach
  void close() throws Exception {
    tables.close();
  }

  @Test
  void usernamesAreStoredInPlainText() throws Exception {
    tables.happened(new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)));

    assertThat(player(ANNA).get(PLAYER.USERNAME)).isEqualTo("annika");
    assertThat(player(ANNA).get(PLAYER.POSITION)).isEqualTo(1);
    assertThat(player(ANNA).get(PLAYER.REGISTERED_AT)).isEqualTo(at(0));
  }

  @Test
  void usernamesWithoutAKeyShowAsErased() throws Exception {
    tables.texts().erase(ANNA.value());
    tables.happened(
        new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)),
        new PlayerRegistered(BEN, says(BEN, "ben"), at(0)));

    assertThat(player(ANNA).get(PLAYER.USERNAME)).isEqualTo("[erased]");
    assertThat(player(BEN).get(PLAYER.USERNAME)).isEqualTo("ben");
  }

  @Test
  void rolesAreListedInTheOrderGranted() throws Exception {
    tables.happened(
        new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)),
        new RoleGranted(ANNA, Role.MODERATOR, null, at(1)),
        new RoleGranted(ANNA, Role.ADMIN, null, at(2)));

    assertThat(player(ANNA).get(PLAYER.ROLES)).containsExactly("PLAYER", "MODERATOR", "ADMIN");
  }

  @Test
  void revokedRoleIsRemoved() throws Exception {
    tables.happened(
        new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)),
        new RoleGranted(ANNA, Role.MODERATOR, null, at(1)),
        new RoleRevoked(ANNA, Role.MODERATOR, null, at(2)));

    assertThat(player(ANNA).get(PLAYER.ROLES)).containsExactly("PLAYER");
  }

  @Test
  void banIsStoredWithItsEndUntilItIsLifted() throws Exception {
    tables.happened(
        new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)),
        new PlayerBanned(ANNA, null, at(90), at(1)));
    assertThat(player(ANNA).get(PLAYER.BANNED)).isTrue();
    assertThat(player(ANNA).get(PLAYER.BANNED_UNTIL)).isEqualTo(at(90));

    tables.happened(new PlayerUnbanned(ANNA, null, at(2)));
    assertThat(player(ANNA).get(PLAYER.BANNED)).isFalse();
    assertThat(player(ANNA).get(PLAYER.BANNED_UNTIL)).isNull();
  }

  @Test
  void severalChangesOfOnePlayerInABatchAllApply() throws Exception {
    tables.happened(
        new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)),
        new PlayerRegistered(BEN, says(BEN, "ben"), at(0)),
        new RoleGranted(BEN, Role.MODERATOR, null, at(0)));

    tables.happened(
        new RoleGranted(ANNA, Role.DEVELOPER, null, at(1)),
        new PlayerBanned(ANNA, null, at(90), at(2)),
        new RoleGranted(ANNA, Role.MODERATOR, null, at(3)),
        new RoleRevoked(BEN, Role.MODERATOR, null, at(3)),
        new PlayerUnbanned(ANNA, null, at(4)),
        new RoleRevoked(ANNA, Role.DEVELOPER, null, at(5)),
        new RoleGranted(ANNA, Role.ADMIN, null, at(6)),
        new PlayerBanned(BEN, null, null, at(7)));

    assertThat(player(ANNA).get(PLAYER.ROLES)).containsExactly("PLAYER", "MODERATOR", "ADMIN");
    assertThat(player(ANNA).get(PLAYER.BANNED)).isFalse();
    assertThat(player(ANNA).get(PLAYER.BANNED_UNTIL)).isNull();
    assertThat(player(ANNA).get(PLAYER.USERNAME)).isEqualTo("annika");
    assertThat(player(BEN).get(PLAYER.ROLES)).containsExactly("PLAYER");
    assertThat(player(BEN).get(PLAYER.BANNED)).isTrue();
  }

  @Test
  void erasedPlayerHasNoNameEvenIfTheKeyStillExists() throws Exception {
    tables.happened(
        new PlayerRegistered(ANNA, says(ANNA, "annika"), at(0)),
        new PlayerRegistered(BEN, says(BEN, "ben"), at(0)),
        new RoleGranted(ANNA, Role.PREMIUM, null, at(1)),
        new PlayerErased(ANNA, null, at(2)));

    assertThat(player(ANNA).get(PLAYER.USERNAME)).isEqualTo("[erased]");
    assertThat(player(ANNA).get(PLAYER.ROLES)).isEmpty();
    assertThat(player(BEN).get(PLAYER.USERNAME)).isEqualTo("ben");
  }

  @Test
  void roleOfAnUnknownPlayerIsAnError() {
    assertThatThrownBy(() -> tables.happened(new RoleGranted(BEN, Role.ADMIN, null, at(1))))
        .isInstanceOf(MissingRowException.class)
        .hasMessage("Table player has no row " + BEN + " to change.");
  }

  private Record player(PlayerId id) {
    return tables.sql().selectFrom(PLAYER).where(PLAYER.ID.eq(id)).fetchSingle();
  }
}
