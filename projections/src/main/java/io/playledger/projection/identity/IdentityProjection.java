package io.playledger.projection.identity;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.projection.ProjectionTools;
import io.playledger.runtime.BatchFlush;
import io.playledger.runtime.BatchState;
import io.playledger.runtime.LogPosition;
import io.playledger.runtime.Projection;
import org.axonframework.eventhandling.EventHandler;
import org.jooq.DSLContext;

/**
 * Projects the public profiles of players. Usernames are decrypted because others search and sort
 * by them.
 */
@Projection(name = "identity", tables = "player")
public final class IdentityProjection implements BatchFlush {

  private final DSLContext sql;
  private final PersonalTexts texts;
  private final BatchState<PlayerBatch> batch = new BatchState<>(PlayerBatch::new);

  public IdentityProjection(ProjectionTools tools) {
    this.sql = tools.sql();
    this.texts = tools.texts();
  }

  @EventHandler
  void on(PlayerRegistered event, @LogPosition long position) {
    batch.get().register(event, texts.revealOrErased(event.username()), position);
  }

  @EventHandler
  void on(RoleGranted event) {
    batch.get().grant(event.player(), event.role());
  }

  @EventHandler
  void on(RoleRevoked event) {
    batch.get().revoke(event.player(), event.role());
  }

  @EventHandler
  void on(PlayerBanned event) {
    batch.get().ban(event.player(), true, event.until());
  }

  @EventHandler
  void on(PlayerUnbanned event) {
    batch.get().ban(event.player(), false, null);
  }

  /** Overwrites the name even if it was just decrypted, because the key can outlive this event. */
  @EventHandler
  void on(PlayerErased event) {
    batch.get().erase(event.player());
  }

  @Override
  public void flushBatch() {
    batch.get().writeTo(sql);
  }
}
