package io.playledger.axonserver;

import java.util.List;
import java.util.Objects;

/**
 * Connection to Axon Server, and timeouts.
 *
 * @param servers {@code host} or {@code host:port} of one or several of its nodes; the port is 8124
 *     where it is left out
 * @param context Axon Server's name for a log; a standard edition has only {@code default}
 * @param componentName name of this application in Axon Server's own pages
 * @param clientId name of this node there
 * @param token access token; empty where Axon Server asks for none
 * @param tls whether the connection is encrypted, with the certificates that the JDK trusts
 * @param connectWaitMillisMax how long a start waits for Axon Server, and how long the outcome of
 *     an append is looked up after a broken connection
 * @param answerWaitMillisMax timeout of an answer
 * @param streamEventsMax events sent in advance on one stream
 */
public record AxonServerSettings(
    List<String> servers,
    String context,
    String componentName,
    String clientId,
    String token,
    boolean tls,
    long connectWaitMillisMax,
    long answerWaitMillisMax,
    int streamEventsMax) {

  /** Checks the values. */
  public AxonServerSettings {
    servers = List.copyOf(servers);
    Objects.requireNonNull(context, "context");
    Objects.requireNonNull(token, "token");
    if (servers.isEmpty()) {
      throw new IllegalArgumentException("at least one Axon Server must be named");
    }
    if (connectWaitMillisMax <= 0 || answerWaitMillisMax <= 0 || streamEventsMax <= 0) {
      throw new IllegalArgumentException("waits and streamEventsMax must be positive");
    }
  }

  /** Does not contain the token. */
  @Override
  public String toString() {
    return "Axon Server at %s, context %s".formatted(String.join(", ", servers), context);
  }
}
