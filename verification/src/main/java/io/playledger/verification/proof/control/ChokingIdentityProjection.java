package io.playledger.verification.proof.control;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.RoleGranted;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/** Cannot bear that anybody is given a role. */
@Projection(name = "identity", tables = "player")
public final class ChokingIdentityProjection {

  private final NewPlayerRow rows;

  ChokingIdentityProjection(DSLContext sql, PersonalTexts texts) {
    this.rows = new NewPlayerRow(sql, texts);
  }

  @EventHandler
  void on(PlayerRegistered event, @LogPosition long position) {
    rows.insert(event, position);
  }

  @EventHandler
  void on(RoleGranted event) {
    throw new IllegalStateException("No roles here");
  }
}
