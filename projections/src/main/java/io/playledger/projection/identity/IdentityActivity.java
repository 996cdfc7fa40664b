package io.playledger.projection.identity;

import io.playledger.api.identity.IdentityEvent;
import io.playledger.api.identity.PlayerBanned;
import io.playledger.api.identity.PlayerErased;
import io.playledger.api.identity.PlayerRegistered;
import io.playledger.api.identity.PlayerUnbanned;
import io.playledger.api.identity.RoleGranted;
import io.playledger.api.identity.RoleRevoked;
import io.playledger.projection.Facts;
import io.playledger.projection.FeedEntries;
import io.playledger.projection.Happening;

/** Feed entries for players about their own registration, roles and bans. */
public final class IdentityActivity implements FeedEntries<IdentityEvent> {

  @Override
  public Happening of(IdentityEvent event) {
    return switch (event) {
      case PlayerRegistered e -> toPlayer(e, Facts.none());
      case RoleGranted e -> toPlayer(e, Facts.none().with("role", e.role().wireName()));
      case RoleRevoked e -> toPlayer(e, Facts.none().with("role", e.role().wireName()));
      case PlayerBanned e -> toPlayer(e, Facts.none().with("until", e.until()));
      case PlayerUnbanned e -> toPlayer(e, Facts.none());
      case PlayerErased _ -> Happening.NONE;
    };
  }

  private static Happening toPlayer(IdentityEvent event, Facts facts) {
    return Happening.of(event.player(), "player", event.player(), facts);
  }
}
