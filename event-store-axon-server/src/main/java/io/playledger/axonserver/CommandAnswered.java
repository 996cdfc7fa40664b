package io.playledger.axonserver;

import java.util.UUID;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The first answer to a keyed command, as an event in the transaction of the command's own events
 * and before them. It is the only event of an aggregate of its own, so Axon Server itself refuses a
 * second one, and with it everything else that the second command wanted to store.
 *
 * @param scope scope of the key
 * @param key the key
 * @param requestHash hash of the request that was answered, in hexadecimal
 * @param rejected whether the command was rejected
 * @param result the rejection or the result as JSON, if there is one
 * @param events how many events of the command follow; the answer's position is the last one's
 * @param movedFrom position of the answer where it was given in another home and moved here later;
 *     0 where it was given here
 */
@Revision("1")
public record CommandAnswered(
    String scope,
    UUID key,
    String requestHash,
    boolean rejected,
    @Nullable String result,
    int events,
    long movedFrom) {

  /** Name under which it is stored. */
  public static final String TYPE = "event-store.CommandAnswered";

  /** Type of the aggregates that hold one answer each. */
  public static final String AGGREGATE_TYPE = "event-store.CommandOutcome";

  /** Identifier of the aggregate that holds the answer under this key. */
  public static String aggregateId(String scope, UUID key) {
    return "command-outcome:" + scope + "/" + key;
  }
}
