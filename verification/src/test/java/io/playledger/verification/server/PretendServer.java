package io.playledger.verification.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A process that is well as soon as it listens, or ends at once when told to. */
public final class PretendServer {

  private PretendServer() {}

  public static void main(String[] arguments) throws IOException {
    for (String argument : arguments) {
      if (argument.equals("--fail")) {
        System.out.println("nothing works today");
        System.exit(3);
      }
      if (argument.startsWith("--server.port=")) {
        listen(Integer.parseInt(argument.substring(argument.indexOf('=') + 1)));
      }
    }
    System.out.println("started with " + String.join(" ", arguments));
  }

  private static void listen(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    byte[] up = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/actuator/health",
        exchange -> {
          exchange.sendResponseHeaders(200, up.length);
          exchange.getResponseBody().write(up);
          exchange.close();
        });
    server.start();
  }
}
