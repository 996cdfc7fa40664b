package io.playledger.projection.identity;

import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.Role;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.projection.MissingRowException;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Players as others see them. Usernames are revealed, since others search and sort by them. */
@Projection(name = "identity", tables = "player")
public final class IdentityProjection {

  private final DSLContext sql;
  private final PersonalTexts texts;

  public IdentityProjection(DSLContext sql, PersonalTexts texts) {
    this.sql = sql;
    this.texts = texts;
  }

  @EventHandler
  void on(PlayerRegistered event, @LogPosition long position) {
    sql.insertInto(PLAYER)
        .set(PLAYER.ID, event.player())
        .set(PLAYER.USERNAME, texts.revealOrErased(event.username()))
        .set(PLAYER.ROLES, new String[] {Role.PLAYER.name()})
        .set(PLAYER.BANNED, false)
        .set(PLAYER.REGISTERED_AT, event.at())
        .set(PLAYER.POSITION, position)
        .execute();
  }

  @EventHandler
  void on(RoleGranted event) {
    int rows =
        sql.update(PLAYER)
            .set(PLAYER.ROLES, DSL.arrayAppend(PLAYER.ROLES, event.role().name()))
            .where(PLAYER.ID.eq(event.player()))
            .execute();
    MissingRowException.unlessOne(rows, PLAYER, event.player());
  }

  @EventHandler
  void on(RoleRevoked event) {
    int rows =
        sql.update(PLAYER)
            .set(PLAYER.ROLES, DSL.arrayRemove(PLAYER.ROLES, event.role().name()))
            .where(PLAYER.ID.eq(event.player()))
            .execute();
    MissingRowException.unlessOne(rows, PLAYER, event.player());
  }

  @EventHandler
  void on(PlayerBanned event) {
    ban(event.player(), true, event.until());
  }

  @EventHandler
  void on(PlayerUnbanned event) {
    ban(event.player(), false, null);
  }

  private void ban(PlayerId player, boolean banned, Instant until) {
    int rows =
        sql.update(PLAYER)
            .set(PLAYER.BANNED, banned)
            .set(PLAYER.BANNED_UNTIL, until)
            .where(PLAYER.ID.eq(player))
            .execute();
    MissingRowException.unlessOne(rows, PLAYER, player);
  }
}
