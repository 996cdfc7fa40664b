package io.playledger.verification.day;

import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One command of a script.
 *
 * @param who the actor; none: an anonymous one
 * @param kind kind for statistics
 * @param step its name, unique in a run, from which the idempotency key is derived
 * @param call without key
 */
public record Act(@Nullable Actor who, String kind, String step, ApiCall call) {

  public static Act post(
      @Nullable Actor who, String kind, String step, String path, ObjectNode body) {
    return of(who, kind, step, "POST", path, body);
  }

  public static Act post(@Nullable Actor who, String kind, String step, String path) {
    return of(who, kind, step, "POST", path, Json.object());
  }

  public static Act of(
      @Nullable Actor who,
      String kind,
      String step,
      String method,
      String path,
      @Nullable ObjectNode body) {
    return new Act(who, kind, step, ApiCall.of(kind, method, path, body).as(who));
  }

  public Act header(String name, String value) {
    return new Act(who, kind, step, call.header(name, value));
  }
}
