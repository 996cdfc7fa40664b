package io.playledger.verification.proof.control;

import static io.playledger.projection.jooq.tables.Player.PLAYER;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.Role;
import org.jooq.DSLContext;

/** The sound half of the broken identity projections: the row of somebody who registered. */
record NewPlayerRow(DSLContext sql, PersonalTexts texts) {

  void insert(PlayerRegistered event, long position) {
    sql.insertInto(PLAYER)
        .set(PLAYER.ID, event.player())
        .set(PLAYER.USERNAME, texts.revealOrErased(event.username()))
        .set(PLAYER.ROLES, new String[] {Role.PLAYER.name()})
        .set(PLAYER.BANNED, false)
        .set(PLAYER.REGISTERED_AT, event.at())
        .set(PLAYER.POSITION, position)
        .execute();
  }
}
