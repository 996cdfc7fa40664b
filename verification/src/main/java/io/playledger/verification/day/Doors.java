package io.playledger.verification.day;

import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Session;

/** Registration, login and roles. */
public final class Doors {

  private final ApiClient client;
  private final Desk desk;

  public Doors(ApiClient client, Desk desk) {
    this.client = client;
    this.desk = desk;
  }

  /** Registers and logs in. */
  public void enter(Session session, String step) {
    desk.must(
        Act.post(
            null, "auth.register", step + "/register", "/auth/register", session.registration()));
    logIn(session);
  }

  void logIn(Session session) {
    ApiReply reply = client.login(session);
    if (!reply.ok()) {
      throw new ScriptEnded("login of " + session.username() + ": " + reply.brief());
    }
  }

  /** An admin makes a moderator; the next token has the role. */
  void promote(Session admin, Session session, String role, String step) {
    desk.must(
        Act.post(
            admin,
            "role.grant",
            step + "/role-" + role,
            "/admin/players/" + session.playerId() + "/roles",
            Json.object().put("role", role).put("reason", "works at the market day")));
    logIn(session);
  }
}
