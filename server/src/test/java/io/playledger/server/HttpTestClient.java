package io.playledger.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Sends requests as a client would: {@code http.post("/wallet/transfers",
 * body).as(player).keyed().send()}. Paths are below {@code /api/v1} unless they start with {@code
 * //}.
 */
public final class HttpTestClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI base;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  HttpTestClient(URI base) {
    this.base = base;
  }

  public URI base() {
    return base;
  }

  public Call get(String path) {
    return new Call("GET", path, null);
  }

  public Call post(String path, String body) {
    return new Call("POST", path, body);
  }

  public Call patch(String path, String body) {
    return new Call("PATCH", path, body);
  }

  public Call delete(String path) {
    return new Call("DELETE", path, null);
  }

  public Call method(String method, String path, String body) {
    return new Call(method, path, body);
  }

  /** A request in the making. */
  public final class Call {

    private final String method;
    private final String path;
    private final byte[] body;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, String> sentAgain = new LinkedHashMap<>();

    private Call(String method, String path, String body) {
      this.method = method;
      this.path = path;
      this.body = body == null ? null : body.getBytes(StandardCharsets.UTF_8);
      if (body != null) {
        headers.put("Content-Type", "application/json");
      }
    }

    public Call as(TestPlayer player) {
      return token(player.token());
    }

    public Call token(String token) {
      return header("Authorization", "Bearer " + token);
    }

    /** With a fresh idempotency key. */
    public Call keyed() {
      return keyed(UUID.randomUUID());
    }

    public Call keyed(UUID key) {
      return header("Idempotency-Key", key.toString());
    }

    /** Reads what this reply has written. */
    public Call after(Reply reply) {
      return minPosition(reply.position());
    }

    public Call minPosition(long position) {
      return header("Playledger-Min-Position", Long.toString(position));
    }

    public Call header(String name, String value) {
      headers.put(name, value);
      return this;
    }

    /** Sends a header that is there already a second time. */
    public Call again(String name, String value) {
      sentAgain.put(name, value);
      return this;
    }

    public Reply send() {
      URI uri = URI.create(base + (path.startsWith("//") ? path.substring(1) : "/api/v1" + path));
      HttpRequest.Builder request =
          HttpRequest.newBuilder(uri)
              .timeout(Duration.ofSeconds(60))
              .method(
                  method,
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      sentAgain.forEach(request::header);
      try {
        return new Reply(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** What came back. */
  public static final class Reply {

    private final HttpResponse<String> response;
    private final JsonNode json;

    private Reply(HttpResponse<String> response) {
      this.response = response;
      this.json =
          header("Content-Type").filter(type -> type.contains("json")).isPresent()
              ? JSON.readTree(response.body())
              : MissingNode.getInstance();
    }

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return json;
    }

    /** Member {@code data} of a success. */
    public JsonNode data() {
      return json.path("data");
    }

    /** The code of a problem; empty where it is none. */
    public String code() {
      return json.path("error").path("code").asString("");
    }

    /** The details of a problem. */
    public JsonNode details() {
      return json.path("error").path("details");
    }

    public Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    /** From the header. */
    public long position() {
      return Long.parseLong(header("Playledger-Position").orElseThrow());
    }

    public boolean replayed() {
      return header("Idempotency-Replayed").filter("true"::equals).isPresent();
    }

    @Override
    public String toString() {
      return status() + " " + text();
    }
  }
}
