package io.playledger.verification.day;

import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiCall;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.ApiSender;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Keys;
import io.playledger.verification.measure.Errors;
import io.playledger.verification.measure.Findings;
import io.playledger.verification.measure.Tally;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends commands with keys derived from run and step, compares every answer with the expected one,
 * and repeats some commands to check that the same key gets the same answer.
 */
public final class Desk {

  /** Members whose text can be changed without making a request invalid. */
  private static final List<String> FREE_TEXT =
      List.of("memo", "reason", "comment", "description", "message", "proof", "statement");

  private final ApiSender client;
  private final Keys keys;
  private final Errors errors;
  private final Findings findings;
  private final Tally<String> repeats;

  public Desk(
      ApiSender client, Keys keys, Errors errors, Findings findings, Tally<String> repeats) {
    this.client = client;
    this.keys = keys;
    this.errors = errors;
    this.findings = findings;
    this.repeats = repeats;
  }

  /**
   * The answer, after comparison with the expected one. The seed decides which commands are
   * repeated.
   */
  public ApiReply perform(Act act, Expect expect) {
    return perform(act, expect, Repetition.of(keys.seed(), act.step()));
  }

  /** The answer, after comparison with the expected one. */
  public ApiReply perform(Act act, Expect expect, Repetition repetition) {
    ApiCall call = act.call().keyed(keys.of(act.step()));
    ApiReply reply =
        repetition == Repetition.AT_ONCE ? sendTwiceAtOnce(act, call) : client.send(call);
    judge(act.step(), call, expect, reply);
    if (reply.replayed()) {
      repeats.add("first sending answered by a replay");
    }
    switch (repetition) {
      case AGAIN -> sendAgain(act, call, reply);
      case OTHER_BODY -> sendOtherBody(act, call);
      case ONCE, AT_ONCE -> {}
    }
    return reply;
  }

  /** The answer to a command that must succeed. */
  public ApiReply must(Act act) {
    ApiReply reply = perform(act, Expect.success());
    if (!reply.ok()) {
      throw new ScriptEnded(act.step() + ": " + reply.brief());
    }
    return reply;
  }

  /** A read that must succeed and reflects whatever the reader has seen before. */
  public ApiReply read(@Nullable Actor who, String kind, String path) {
    return read(who, kind, path, who == null ? 0 : who.seen());
  }

  public ApiReply read(@Nullable Actor who, String kind, String path, long position) {
    ApiCall call = ApiCall.get(kind, path).as(who).notBefore(position);
    ApiReply reply = client.send(call);
    judge(path, call, Expect.success(), reply);
    if (!reply.ok()) {
      throw new ScriptEnded(path + ": " + reply.brief());
    }
    return reply;
  }

  /** A list that must be ordered by log position, the newest entry first. */
  public void readNewestFirst(Actor who, String kind, String path) {
    long before = Long.MAX_VALUE;
    for (JsonNode entry : read(who, kind, path).data()) {
      long position = entry.path("position").asLong(-1);
      if (position < 0 || position > before) {
        findings.add("list not newest first", path + ": " + entry);
        return;
      }
      before = position;
    }
  }

  /** A request made by hand, without key or repetition unless the call has them. */
  public ApiReply plain(String step, ApiCall call, Expect expect) {
    ApiReply reply = client.send(call);
    judge(step, call, expect, reply);
    return reply;
  }

  /** The key of a step, or another id that follows from the run. */
  public UUID key(String step) {
    return keys.of(step);
  }

  /** Repeats a command long after its first answer, and compares the two. */
  public void repeat(Act act, ApiReply first) {
    sendAgain(act, act.call().keyed(keys.of(act.step())), first);
  }

  private void judge(String step, ApiCall call, Expect expect, ApiReply reply) {
    boolean met = expect.met(reply);
    if (!reply.ok()) {
      (met ? errors.expected() : errors.unexpected()).add(reply.code());
    }
    if (!met) {
      String what = call.kind() + " " + step + ": " + reply.brief();
      String wanted = expect.codes().isEmpty() ? "" : ", expected one of " + expect.codes();
      findings.add(reply.ok() ? "accepted bad input" : "unexpected error", what + wanted);
    }
  }

  private void sendAgain(Act act, ApiCall call, ApiReply first) {
    ApiReply second = client.send(repeated(call));
    repeats.add("sent again");
    compare(act, first, second);
    if (first.ok() && !second.replayed()) {
      findings.add("replay not marked", act.step() + ": " + second.brief());
    }
  }

  private ApiReply sendTwiceAtOnce(Act act, ApiCall call) {
    CompletableFuture<ApiReply> other = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                other.complete(client.send(repeated(call)));
              } catch (RuntimeException failed) {
                other.completeExceptionally(failed);
              }
            });
    ApiReply reply = client.send(call);
    repeats.add("sent twice at once");
    try {
      ApiReply second = other.join();
      compare(act, reply, second);
      if (reply.ok() && reply.sameAs(second) && !reply.replayed() && !second.replayed()) {
        findings.add("replay not marked", act.step() + ": " + reply.brief());
      }
    } catch (CompletionException failed) {
      findings.add("repetition failed", act.step() + ": " + failed.getCause());
    }
    return reply;
  }

  private void sendOtherBody(Act act, ApiCall call) {
    byte[] changed = changed(call.body());
    if (changed == null) {
      return;
    }
    ApiCall other = repeated(call).carrying(changed);
    judge(act.step(), other, Expect.refused("IDEMPOTENCY_KEY_REUSED"), client.send(other));
    repeats.add("same key, other body");
  }

  /** The body with one text changed; none: it has no text. */
  private static byte @Nullable [] changed(byte @Nullable [] body) {
    if (body == null || !(Json.parse(body) instanceof ObjectNode object)) {
      return null;
    }
    for (String member : FREE_TEXT) {
      JsonNode text = object.path(member);
      if (text.isString()) {
        return Json.bytes(object.put(member, text.asString() + ", or not"));
      }
    }
    return null;
  }

  private static ApiCall repeated(ApiCall call) {
    return new ApiCall(
        "(repeated)",
        call.method(),
        call.path(),
        call.body(),
        call.key(),
        call.actor(),
        call.headers());
  }

  private void compare(Act act, ApiReply first, ApiReply second) {
    if (!first.sameAs(second)) {
      findings.add(
          "same key, other answer",
          act.step() + ": first " + first.brief() + ", then " + second.brief());
    }
  }
}
