package io.playledger.verification.http;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One person's client: identity, token, and the newest log position that it has seen. */
public final class Actor {

  private final String username;
  private final String email;
  private final String password;
  private final AtomicLong seen = new AtomicLong();
  private volatile @Nullable String token;
  private volatile @Nullable String playerId;

  public Actor(String username, String email, String password) {
    this.username = username;
    this.email = email;
    this.password = password;
  }

  public String username() {
    return username;
  }

  public String email() {
    return email;
  }

  /** The body that registers this person. */
  public ObjectNode registration() {
    return Json.object().put("email", email).put("username", username).put("password", password);
  }

  /** The body that logs this person in. */
  public ObjectNode credentials() {
    return Json.object().put("email", email).put("password", password);
  }

  /** The access token of the last login; none: the player has not logged in yet. */
  public @Nullable String token() {
    return token;
  }

  /** The server's id of this player; none: the player has not logged in yet. */
  public @Nullable String playerId() {
    return playerId;
  }

  void loggedIn(String newToken, String newPlayerId) {
    token = newToken;
    playerId = newPlayerId;
  }

  /** The newest position that this actor's replies have shown. */
  public long seen() {
    return seen.get();
  }

  /** A reply showed this position. */
  public void saw(long position) {
    seen.accumulateAndGet(position, Math::max);
  }
}
