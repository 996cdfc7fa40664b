package io.playledger.verification.identity;

import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Invalid requests: forged tokens, roles for oneself, invalid registrations. */
final class IdentityMisuse {

  private final Troublemaker trouble;
  private final Actor who;
  private final Actor other;
  private final Actor stranger;

  IdentityMisuse(Troublemaker trouble) {
    this.trouble = trouble;
    this.who = trouble.who();
    this.other = trouble.other();
    this.stranger = trouble.stranger();
  }

  void play() {
    ObjectNode role = Json.object().put("role", "admin").put("reason", "please");
    String roles = "/admin/players/" + stranger.playerId() + "/roles";
    trouble.refused(stranger, "promote-myself", roles, role, "FORBIDDEN");
    tokens();
    accounts();
  }

  private void tokens() {
    String[] parts = who.token().split("\\.");
    anonymous("no-token", null);
    anonymous("garbage", "Bearer no.token.at-all");
    anonymous(
        "forged", "Bearer " + parts[0] + "." + encoded(claims("9999999999")) + "." + parts[2]);
    anonymous(
        "expired", "Bearer " + parts[0] + "." + encoded(claims("1000000000")) + "." + parts[2]);
    String unsigned = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
    anonymous("unsigned", "Bearer " + unsigned + "." + parts[1] + ".");
  }

  private String claims(String expiry) {
    return "{\"sub\":\"" + who.playerId() + "\",\"roles\":[\"admin\"],\"exp\":" + expiry + "}";
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void anonymous(String name, @Nullable String authorization) {
    ApiCall call = ApiCall.get("bad.request", "/wallet");
    ApiCall dressed = authorization == null ? call : call.header("Authorization", authorization);
    trouble.refusedAsIs(name, dressed, "UNAUTHENTICATED");
  }

  private void accounts() {
    ObjectNode login =
        Json.object().put("email", who.email()).put("password", "not the password at all");
    ApiCall call = ApiCall.of("bad.request", "POST", "/auth/login", login);
    trouble.refusedAsIs("wrong-password", call, "CREDENTIALS_REJECTED");
    ObjectNode sameMail = other.registration().put("username", "x" + other.username());
    register("email-taken", sameMail, "EMAIL_TAKEN");
    ObjectNode sameName = other.registration().put("email", "x" + other.email());
    register("username-taken", sameName, "USERNAME_TAKEN");
    ObjectNode weak = other.registration().put("password", "x").put("email", "no-mail");
    register("weak-registration", weak, "VALIDATION_FAILED");
  }

  private void register(String name, ObjectNode body, String... codes) {
    trouble.refused(null, name, "/auth/register", body, codes);
  }
}
