package io.playledger.verification.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether a server says that it is well. */
final class ServerHealth {

  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);

  private final URI url;

  ServerHealth(URI server) {
    this.url = server.resolve("/actuator/health");
  }

  boolean up() {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build()) {
      HttpRequest request = HttpRequest.newBuilder(url).timeout(ANSWER_MAX).build();
      HttpResponse<String> reply = http.send(request, BodyHandlers.ofString());
      return reply.statusCode() == 200 && reply.body().contains("\"UP\"");
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("Interrupted while waiting for the server", e);
    }
  }
}
