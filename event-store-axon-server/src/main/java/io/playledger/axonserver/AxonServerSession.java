package io.playledger.axonserver;

import io.axoniq.axonserver.connector.AxonServerConnection;
import io.axoniq.axonserver.connector.AxonServerConnectionFactory;
import io.axoniq.axonserver.connector.event.EventChannel;
import io.axoniq.axonserver.connector.impl.ServerAddress;
import io.playledger.eventstore.EventStoreUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One connection to Axon Server, shared by all readers and writers of the log. */
public final class AxonServerSession implements AutoCloseable {

  private static final int DEFAULT_PORT = 8124;
  private static final long RECONNECT_MILLIS = 500;
  private static final long KEEP_ALIVE_MILLIS = 5_000;
  private static final long LOOK_AGAIN_MILLIS = 250;

  private final AxonServerSettings settings;
  private final AxonServerConnectionFactory factory;
  private final AxonServerConnection connection;

  private AxonServerSession(AxonServerSettings settings) {
    this.settings = settings;
    AxonServerConnectionFactory.Builder builder =
        AxonServerConnectionFactory.forClient(settings.componentName(), settings.clientId())
            .routingServers(
                settings.servers().stream()
                    .map(AxonServerSession::address)
                    .toArray(ServerAddress[]::new))
            .reconnectInterval(RECONNECT_MILLIS, TimeUnit.MILLISECONDS)
            .connectTimeout(settings.answerWaitMillisMax(), TimeUnit.MILLISECONDS)
            .usingKeepAlive(KEEP_ALIVE_MILLIS, KEEP_ALIVE_MILLIS, TimeUnit.MILLISECONDS, true);
    if (!settings.token().isEmpty()) {
      builder.token(settings.token());
    }
    if (settings.tls()) {
      builder.useTransportSecurity();
    }
    this.factory = builder.build();
    this.connection = factory.connect(settings.context());
  }

  /**
   * Connects and waits until Axon Server answers.
   *
   * @throws EventStoreUnavailableException when it does not within {@code connectWaitMillisMax}
   */
  public static AxonServerSession open(AxonServerSettings settings) {
    AxonServerSession session = new AxonServerSession(settings);
    try {
      session.awaitAnswer();
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static ServerAddress address(String server) {
    int colon = server.lastIndexOf(':');
    return colon < 0
        ? new ServerAddress(server, DEFAULT_PORT)
        : new ServerAddress(
            server.substring(0, colon), Integer.parseInt(server.substring(colon + 1)));
  }

  private void awaitAnswer() {
    long untilNanos =
        System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(settings.connectWaitMillisMax());
    while (true) {
      try {
        lastIndex();
        return;
      } catch (EventStoreUnavailableException e) {
        if (System.nanoTime() >= untilNanos) {
          throw new EventStoreUnavailableException("No answer from " + settings, e);
        }
        pause(LOOK_AGAIN_MILLIS);
      }
    }
  }

  AxonServerSettings settings() {
    return settings;
  }

  EventChannel events() {
    return connection.eventChannel();
  }

  /** Whether a request could be sent just now. */
  boolean isConnected() {
    return connection.isConnected();
  }

  /** Axon Server's index of the last event, which is its position less one; -1 in an empty log. */
  long lastIndex() {
    return ask(EventChannel::getLastToken);
  }

  /** Opens a stream of what is stored. */
  <T> T read(Function<EventChannel, T> request) {
    try {
      return request.apply(events());
    } catch (RuntimeException e) {
      throw new EventStoreUnavailableException("%s failed: %s".formatted(settings, e), e);
    }
  }

  /** Sends a request without effects, for which all failures are alike. */
  <T> T ask(Function<EventChannel, CompletableFuture<T>> question) {
    try {
      return question.apply(events()).get(settings.answerWaitMillisMax(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted while asking " + settings, e);
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      throw new EventStoreUnavailableException("%s failed: %s".formatted(settings, e), e);
    }
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EventStoreUnavailableException("Interrupted while waiting", e);
    }
  }

  @Override
  public void close() {
    connection.disconnect();
    factory.shutdown();
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
