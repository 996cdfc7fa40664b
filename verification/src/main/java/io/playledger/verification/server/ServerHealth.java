package io.playledger.verification.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a server says that it is well. */
final class ServerHealth implements AutoCloseable {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();
  private final HttpRequest request;

  ServerHealth(URI server) {
    this.request =
        HttpRequest.newBuilder(server.resolve("/actuator/health")).timeout(ANSWER_MAX).build();
  }

  boolean up() {
    try {
      HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
      return reply.statusCode() == 200 && reply.body().contains("\"UP\"");
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("Interrupted while waiting for the server", e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
