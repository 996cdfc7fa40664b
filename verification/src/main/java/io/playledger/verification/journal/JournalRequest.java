package io.playledger.verification.journal;

import io.playledger.verification.http.ApiCall;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request, independent of its attempts.
 *
 * @param actor player id of the caller; empty before the login
 * @param key the idempotency key
 * @param method of HTTP
 * @param path below the base path, query included
 * @param bodyHash SHA-256 of the body as sent, in hexadecimal; the empty body has one too
 */
public record JournalRequest(
    String actor, @Nullable UUID key, String method, String path, String bodyHash) {

  /** Of a call as it is sent. */
  public static JournalRequest of(ApiCall call) {
    String actor = call.actor() == null ? null : call.actor().playerId();
    byte[] body = call.body() == null ? new byte[0] : call.body();
    return new JournalRequest(
        actor == null ? "" : actor, call.key(), call.method(), call.path(), hash(body));
  }

  /** As {@link #bodyHash}. */
  public static String hash(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /** For a message. */
  public String brief() {
    return method + " " + path + (key == null ? "" : " key " + key);
  }
}
