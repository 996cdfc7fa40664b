package io.playledger.verification.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The server's answer.
 *
 * @param json the body; a missing node where it was none
 * @param position the log position it reflects; -1 where it names none
 * @param replayed whether it is a repeat of an earlier answer
 */
public record ApiReply(
    int status, JsonNode json, long position, boolean replayed, @Nullable String etag) {

  public boolean ok() {
    return status >= 200 && status < 300;
  }

  public JsonNode data() {
    return json.path("data");
  }

  /** A member of data as text; empty where it is missing or null. */
  public String text(String member) {
    return data().path(member).asString("");
  }

  /** The error's code; {@code HTTP_<status>} where the body names none. */
  public String code() {
    String code = json.path("error").path("code").asString("");
    return code.isEmpty() ? "HTTP_" + status : code;
  }

  /** Whether it is the same answer, except for its timestamp. */
  public boolean sameAs(ApiReply other) {
    if (status != other.status) {
      return false;
    }
    if (!ok()) {
      return code().equals(other.code());
    }
    return data().equals(other.data())
        && json.path("position").asLong(-1) == other.json.path("position").asLong(-1);
  }

  /** For a message: status and code, or the data. */
  public String brief() {
    String text = ok() ? data().toString() : json.path("error").toString();
    return status + " " + (text.length() > 300 ? text.substring(0, 300) : text);
  }
}
