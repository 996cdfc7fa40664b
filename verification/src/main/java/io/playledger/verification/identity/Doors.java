package io.playledger.verification.identity;

import io.playledger.verification.day.Act;
import io.playledger.verification.day.Desk;
import io.playledger.verification.day.ScriptEnded;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;

/** Registration, login and roles. */
public final class Doors {

  private final ApiClient client;
  private final Desk desk;

  public Doors(ApiClient client, Desk desk) {
    this.client = client;
    this.desk = desk;
  }

  /** Registers and logs in. */
  public void enter(Actor actor, String step) {
    desk.must(
        Act.post(
            null, "auth.register", step + "/register", "/auth/register", actor.registration()));
    logIn(actor);
  }

  void logIn(Actor actor) {
    ApiReply reply = client.login(actor);
    if (!reply.ok()) {
      throw new ScriptEnded("login of " + actor.username() + ": " + reply.brief());
    }
  }

  /** An admin makes a moderator; the next token has the role. */
  void promote(Actor admin, Actor actor, String role, String step) {
    desk.must(
        Act.post(
            admin,
            "role.grant",
            step + "/role-" + role,
            "/admin/players/" + actor.playerId() + "/roles",
            Json.object().put("role", role).put("reason", "works at the market day")));
    logIn(actor);
  }
}
