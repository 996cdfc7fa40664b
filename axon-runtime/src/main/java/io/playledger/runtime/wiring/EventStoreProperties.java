package io.playledger.runtime.wiring;

import io.playledger.eventstore.axonserver.AxonServerSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The home of the log.
 *
 * @param home {@code postgres} or {@code axon-server}
 * @param move set once to move the log from the other home; without it a database whose log lives
 *     elsewhere is refused
 * @param axonServer connection to Axon Server; used only by the home {@code axon-server}
 */
@ConfigurationProperties("playledger.event-store")
public record EventStoreProperties(
    @DefaultValue(EventStoreProperties.POSTGRES) String home,
    @DefaultValue("false") boolean move,
    @DefaultValue AxonServer axonServer) {

  static final String PROPERTY = "playledger.event-store.home";
  static final String POSTGRES = "postgres";
  static final String AXON_SERVER = "axon-server";

  /** Checks the home's name. */
  public EventStoreProperties {
    if (!home.equals(POSTGRES) && !home.equals(AXON_SERVER)) {
      throw new UnsafeWiringException(
          "%s is %s; it must be %s or %s".formatted(PROPERTY, home, POSTGRES, AXON_SERVER));
    }
  }

  /**
   * Where Axon Server is.
   *
   * @param servers {@code host} or {@code host:port} of one or several nodes; the port is 8124
   *     where left out
   * @param context Axon Server's name for the log
   * @param token access token; empty where it asks for none
   * @param tls whether to encrypt the connection
   * @param connectWaitMax how long a start waits for it, and how long the outcome of an append is
   *     looked up after a broken connection
   * @param answerWaitMax timeout of an answer
   * @param streamEventsMax events sent in advance to a processor
   */
  public record AxonServer(
      @DefaultValue("localhost") List<String> servers,
      @DefaultValue("default") String context,
      @DefaultValue("") String token,
      @DefaultValue("false") boolean tls,
      @DefaultValue("15s") Duration connectWaitMax,
      @DefaultValue("10s") Duration answerWaitMax,
      @DefaultValue("1024") int streamEventsMax) {

    AxonServerSettings settings(String nodeId) {
      return new AxonServerSettings(
          servers,
          context,
          "playledger",
          nodeId,
          token,
          tls,
          connectWaitMax.toMillis(),
          answerWaitMax.toMillis(),
          streamEventsMax);
    }

    /** Without the token. */
    @Override
    public String toString() {
      return "AxonServer[servers=%s, context=%s, tls=%s]".formatted(servers, context, tls);
    }
  }
}
