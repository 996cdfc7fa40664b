package io.playledger.benchmarks.transfer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessor;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.http.protocol.RequestConnControl;
import org.apache.hc.core5.http.protocol.RequestContent;
import org.apache.hc.core5.http.protocol.RequestTargetHost;

/**
 * One connection to the server, kept open, used by one thread. Does as little as HTTP/1.1 lets it:
 * client and server share the machine, so what the client burns the server lacks. A broken
 * connection is an error, for the server does not break any here.
 */
public final class LeanConnection implements AutoCloseable {

  private static final int SILENCE_MILLIS_MAX = 30_000;

  private final HttpHost host;
  private final DefaultBHttpClientConnection connection;
  private final HttpRequestExecutor executor = new HttpRequestExecutor();

  /** No "Expect: 100-continue", which the library's own processors send with every body. */
  private final HttpProcessor processor =
      HttpProcessorBuilder.create()
          .add(new RequestTargetHost())
          .add(new RequestContent())
          .add(new RequestConnControl())
          .build();

  private final HttpCoreContext context = HttpCoreContext.create();

  public LeanConnection(URI server) throws IOException {
    host = new HttpHost(server.getScheme(), server.getHost(), server.getPort());
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(SILENCE_MILLIS_MAX);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), SILENCE_MILLIS_MAX);
    connection = new DefaultBHttpClientConnection(Http1Config.DEFAULT);
    connection.bind(socket);
  }

  /**
   * An answer.
   *
   * @param position the log position it names, -1 for none
   */
  public record Answer(int status, long position, byte[] body) {}

  /**
   * Reads.
   *
   * @param token empty for nobody
   */
  public Answer get(String path, Optional<String> token) throws IOException {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest("GET", host, path);
    token.ifPresent(text -> authorise(request, text));
    return exchange(request);
  }

  /**
   * Sends JSON and reads the whole answer.
   *
   * @param key the idempotency key
   */
  Answer post(String path, String token, String key, byte[] json) throws IOException {
    BasicClassicHttpRequest request = json(path, json);
    authorise(request, token);
    request.setHeader("Idempotency-Key", key);
    return exchange(request);
  }

  /** The same as nobody, where no key is asked for. */
  public Answer post(String path, byte[] json) throws IOException {
    return exchange(json(path, json));
  }

  private BasicClassicHttpRequest json(String path, byte[] json) {
    BasicClassicHttpRequest request = new BasicClassicHttpRequest("POST", host, path);
    request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
    return request;
  }

  private static void authorise(BasicClassicHttpRequest request, String token) {
    request.setHeader("Authorization", "Bearer " + token);
  }

  private Answer exchange(BasicClassicHttpRequest request) throws IOException {
    try {
      executor.preProcess(request, processor, context);
      try (ClassicHttpResponse response = executor.execute(request, connection, context)) {
        byte[] body = EntityUtils.toByteArray(response.getEntity());
        Header position = response.getFirstHeader("Playledger-Position");
        return new Answer(
            response.getCode(),
            position == null ? -1 : Long.parseLong(position.getValue()),
            body == null ? new byte[0] : body);
      }
    } catch (HttpException broken) {
      throw new IOException("The server does not speak HTTP", broken);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
