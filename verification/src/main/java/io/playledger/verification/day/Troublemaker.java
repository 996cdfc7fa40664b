package io.playledger.verification.day;

import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Json;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Sends bad requests and reports each that is not refused as expected. */
public final class Troublemaker {

  private static final String KIND = "bad.request";

  private final DayStage stage;
  private final String step;
  private final int player;

  /**
   * @param player number of the one who asks
   * @param step what the requests are named after
   */
  public Troublemaker(DayStage stage, int player, String step) {
    this.stage = stage;
    this.player = player;
    this.step = step;
  }

  public String step() {
    return step;
  }

  /** The caller. */
  public Actor who() {
    return stage.player(player);
  }

  /** Another player. */
  public Actor other() {
    return stage.player((player + 1) % stage.players().size());
  }

  /** A third player, who has nothing to do with the other two. */
  public Actor stranger() {
    return stage.player((player + 2) % stage.players().size());
  }

  public Actor admin() {
    return stage.admin();
  }

  /** An id of nothing, the same whenever the run is repeated. */
  public String nothing(String name) {
    return stage.desk().key(step + "/" + name).toString();
  }

  /** A valid request, as the basis of invalid ones. */
  public ApiReply must(Actor by, String name, String path, ObjectNode body) {
    return stage.desk().must(Act.post(by, KIND, step + "/" + name, path, body));
  }

  /** The same with any method. */
  public ApiReply must(
      Actor by, String name, String method, String path, @Nullable ObjectNode body) {
    return stage.desk().must(Act.of(by, KIND, step + "/" + name, method, path, body));
  }

  /** A command without content that is refused with one of these codes. */
  public void refused(Actor by, String name, String path, String... codes) {
    refused(by, name, path, Json.object(), codes);
  }

  /** A command that is refused with one of these codes. */
  public void refused(
      @Nullable Actor by, String name, String path, ObjectNode body, String... codes) {
    refusedAct(by, name, "POST", path, body, codes);
  }

  /** The same with any method. */
  public void refusedAct(
      @Nullable Actor by,
      String name,
      String method,
      String path,
      @Nullable ObjectNode body,
      String... codes) {
    stage
        .desk()
        .perform(Act.of(by, KIND, step + "/" + name, method, path, body), Expect.refused(codes));
  }

  /** A read that is refused with one of these codes. */
  public void refusedRead(Actor by, String name, String path, String... codes) {
    refusedAsIs(name, ApiCall.get(KIND, path).as(by), codes);
  }

  /** A request with the step's key, to be altered or sent as it is. */
  public ApiCall call(String name, String path, ObjectNode body) {
    return unkeyed("POST", path, body).keyed(stage.desk().key(step + "/" + name));
  }

  /** A request without a key. */
  public ApiCall unkeyed(String method, String path, ObjectNode body) {
    return ApiCall.of(KIND, method, path, body).as(who());
  }

  /** A request whose body is this text. */
  public ApiCall raw(String name, String path, String body) {
    return call(name, path, Json.object()).carrying(body.getBytes(StandardCharsets.UTF_8));
  }

  /** A request that is sent as it is, once, and refused with one of these codes. */
  public void refusedAsIs(String name, ApiCall call, String... codes) {
    ApiReply reply = stage.desk().plain(step + "/" + name, call, Expect.refused(codes));
    if (reply.status() >= 500) {
      stage.findings().add("server fault on bad input", step + "/" + name + ": " + reply.brief());
    }
  }
}
