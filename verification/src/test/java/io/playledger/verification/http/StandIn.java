package io.playledger.verification.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small server that answers as a test says, and remembers what it was asked. */
public final class StandIn implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** One request as it came. */
  public record Asked(String method, String path, String key, String token, String body) {}

  /** What to do with it. */
  @FunctionalInterface
  public interface Script {
    /**
     * @param times how many requests came before this one
     */
    void answer(HttpExchange exchange, Asked asked, int times) throws IOException;
  }

  public StandIn(int port, Script script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          Asked one =
              new Asked(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI().toString(),
                  exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                  exchange.getRequestHeaders().getFirst("Authorization"),
                  body);
          int times;
          synchronized (asked) {
            times = asked.size();
            asked.add(one);
          }
          script.answer(exchange, one, times);
          exchange.close();
        });
    server.start();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int port() {
    return server.getAddress().getPort();
  }

  public List<Asked> asked() {
    return asked;
  }

  /** A success around some data. */
  public static void ok(HttpExchange exchange, String data, boolean replayed) throws IOException {
    exchange.getResponseHeaders().add("Playledger-Position", "7");
    if (replayed) {
      exchange.getResponseHeaders().add("Idempotency-Replayed", "true");
    }
    send(exchange, 200, "{\"success\":true,\"data\":" + data + ",\"position\":7}");
  }

  /** A problem with a code. */
  public static void problem(HttpExchange exchange, int status, String code) throws IOException {
    send(exchange, status, "{\"success\":false,\"error\":{\"code\":\"" + code + "\"}}");
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
