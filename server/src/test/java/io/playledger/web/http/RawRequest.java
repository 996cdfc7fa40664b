package io.playledger.web.http;

import io.playledger.server.ServerUnderTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request that no HTTP client would send. */
final class RawRequest {

  private static final int SILENCE_MILLIS_MAX = 10_000;

  private RawRequest() {}

  /** The whole reply; the request must end the connection. */
  static String send(ServerUnderTest server, String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.http().base().getPort())) {
      socket.setSoTimeout(SILENCE_MILLIS_MAX);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
