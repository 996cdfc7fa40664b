package io.playledger.runtime.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * The origin of a message, carried from message to message: from a command to its events, from an
 * event to the commands sent while it is handled, into deadlines and out of them. {@code
 * causationId} names the message directly before. Axon's own {@code correlationId} and {@code
 * traceId} are not used: what Axon calls correlation is the causation.
 */
public final class Provenance implements CorrelationDataProvider {

  /** Id of the message that directly caused this one. */
  public static final String CAUSATION_ID = "causationId";

  private static final List<String> CARRIED =
      List.of(
          "actorId",
          "actorRole",
          "requestId",
          "correlationId",
          "idempotencyKey",
          "clientAddressHash");

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    MetaData metadata = message.getMetaData();
    Map<String, Object> carried = new HashMap<>();
    for (String key : CARRIED) {
      Object value = metadata.get(key);
      if (value != null) {
        carried.put(key, value);
      }
    }
    carried.put(CAUSATION_ID, message.getIdentifier());
    return carried;
  }
}
