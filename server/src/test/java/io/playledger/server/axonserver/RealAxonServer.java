package io.playledger.server.axonserver;

import io.playledger.axonserver.AxonServerSession;
import io.playledger.axonserver.AxonServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/**
 * The Axon Server that {@code AXONSERVER_HOST} names ({@code host} or {@code host:port}). It must
 * be one for tests: in development mode, and its log is emptied. {@code AXONSERVER_HTTP} says where
 * its HTTP port is, 8024 of the same host by default.
 */
final class RealAxonServer {

  private static final int HTTP_PORT = 8024;
  private static final String HOST = System.getenv("AXONSERVER_HOST");

  private RealAxonServer() {}

  /** Where it is; without one the test is skipped, and says so. */
  static String emptied() {
    if (HOST == null || HOST.isBlank()) {
      System.out.println(
          "\n*** SKIPPED: AXONSERVER_HOST names no Axon Server, so nothing is proven about that home"
              + " of the log ***\n");
    }
    Assumptions.assumeTrue(HOST != null && !HOST.isBlank(), "AXONSERVER_HOST names no Axon Server");
    purge();
    return HOST;
  }

  /** A connection under a name of its own. */
  static AxonServerSession session(String host) {
    return AxonServerSession.open(
        new AxonServerSettings(
            List.of(host),
            "default",
            "playledger-test",
            "test-" + UUID.randomUUID(),
            "",
            false,
            15_000,
            10_000,
            1_024));
  }

  private static void purge() {
    URI uri = URI.create("http://%s/v1/devmode/purge-events".formatted(httpAddress()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(uri).DELETE().build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(
            "%s answers %d: tests need an Axon Server in development mode"
                .formatted(uri, answer.statusCode()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(uri + " cannot be reached; AXONSERVER_HTTP names it", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String httpAddress() {
    return Optional.ofNullable(System.getenv("AXONSERVER_HTTP"))
        .orElseGet(() -> HOST.split(":")[0] + ":" + HTTP_PORT);
  }
}
