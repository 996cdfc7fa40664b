package io.playledger.api;

/** Names of the metadata of messages. Events carry all of them except the last. */
public final class MetadataKeys {

  /** The actor: a player id, {@code saga:<name>} or {@code system}. */
  public static final String ACTOR_ID = "actorId";

  /** The role in which the actor acted, in kebab case. */
  public static final String ACTOR_ROLE = "actorRole";

  /** Id of the HTTP request. */
  public static final String REQUEST_ID = "requestId";

  /** The id that all messages caused by one request share, including those of sagas. */
  public static final String CORRELATION_ID = "correlationId";

  /** Id of the message that directly caused this one. */
  public static final String CAUSATION_ID = "causationId";

  /** The client's idempotency key. */
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /** Keyed hash of the client's address; never the address. */
  public static final String CLIENT_ADDRESS_HASH = "clientAddressHash";

  /**
   * The number of the attempt to decide a command, on commands only. It is absent on the first
   * attempt and 2 on the second, after the store has refused the events of the first.
   */
  public static final String ATTEMPT = "attempt";

  private MetadataKeys() {}
}
