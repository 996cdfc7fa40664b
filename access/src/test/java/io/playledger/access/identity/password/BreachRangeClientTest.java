package io.playledger.access.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Against a server that answers as the range API does. The SHA-1 of "password" is 5BAA6 1E4C9...
 */
class BreachRangeClientTest {

  private static final String SUFFIX = "1E4C9B93F3F0682250B6CF8331B7EE68FD8";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch over = new CountDownLatch(1);
  private HttpServer server;
  private int status = 200;
  private String body = "";
  private boolean silent;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/range/",
        exchange -> {
          asked.add(
              exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("Add-Padding"));
          if (silent) {
            awaitTheEnd();
          }
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    over.countDown();
    server.stop(0);
  }

  @Test
  void breachedPasswordIsFoundBySendingFiveDigitsOnly() {
    body = "0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n" + SUFFIX + ":10434004\r\n";

    assertThat(client().contains("password")).isTrue();
    assertThat(asked).containsExactly("/range/5BAA6 true");
  }

  @Test
  void unknownPasswordIsAccepted() {
    body = "0018A45C4D1DEF81644B54AB7F969B88D65:3\r\n";
    assertThat(client().contains("password")).isFalse();
  }

  @Test
  void paddingEntriesAreIgnored() {
    body = SUFFIX + ":0\r\n";
    assertThat(client().contains("password")).isFalse();
  }

  @Test
  void passwordIsAcceptedIfTheServiceFailsOrIsSilent() {
    status = 503;
    assertThat(client().contains("password")).isFalse();
    silent = true;
    assertThat(client().contains("password")).isFalse();
    assertThat(asked).hasSize(2);
  }

  private BreachRangeClient client() {
    return new BreachRangeClient(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/range/"),
        Duration.ofMillis(300));
  }

  private void awaitTheEnd() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
