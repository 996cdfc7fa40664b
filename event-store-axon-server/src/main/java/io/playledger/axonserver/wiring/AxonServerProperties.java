package io.playledger.axonserver.wiring;

import io.playledger.axonserver.AxonServerSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Axon Server is. Used by the home {@code axon-server}, and by a move of the log from there.
 *
 * @param servers {@code host} or {@code host:port} of one or several nodes; the default port is
 *     8124
 * @param context Axon Server's name for the log
 * @param token access token; empty if Axon Server asks for none
 * @param tls whether to encrypt the connection, with the certificates that the JDK trusts
 * @param connectWaitMax how long a start waits for Axon Server, and how long the outcome of an
 *     append is looked up after a broken connection
 * @param answerWaitMax timeout of an answer
 * @param streamEventsMax events sent in advance to a processor
 */
@ConfigurationProperties("playledger.event-store.axon-server")
public record AxonServerProperties(
    @DefaultValue("localhost:8124") List<String> servers,
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
    return "AxonServerProperties[servers=%s, context=%s, tls=%s]".formatted(servers, context, tls);
  }
}
