package io.playledger.verification.proof.control;

import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.RoleGranted;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Looks for the row under a wrong id, finds none, and shrugs. */
@Projection(name = "identity", tables = "player")
public final class ForgivingIdentityProjection {

  private final DSLContext sql;
  private final NewPlayerRow rows;

  ForgivingIdentityProjection(DSLContext sql, PersonalTexts texts) {
    this.sql = sql;
    this.rows = new NewPlayerRow(sql, texts);
  }

  @EventHandler
  void on(PlayerRegistered event, @LogPosition long position) {
    rows.insert(event, position);
  }

  @EventHandler
  void on(RoleGranted event) {
    UUID player = event.player().value();
    PlayerId wrong =
        new PlayerId(new UUID(player.getMostSignificantBits(), ~player.getLeastSignificantBits()));
    sql.update(PLAYER)
        .set(PLAYER.ROLES, DSL.arrayAppend(PLAYER.ROLES, event.role().name()))
        .where(PLAYER.ID.eq(wrong))
        .execute();
  }
}
