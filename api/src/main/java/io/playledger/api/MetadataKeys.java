package io.playledger.api;

/** Names of the metadata of messages; events carry all but the last. */
public final class MetadataKeys {

  /** Player id of who asked, or {@code saga:<name>} or {@code system}. */
  public static final String ACTOR_ID = "actorId";

  /** The role in which the actor acted, in kebab case. */
  public static final String ACTOR_ROLE = "actorRole";

  /** Id of the HTTP request. */
  public static final String REQUEST_ID = "requestId";

  /** Shared by everything that one request set in motion, sagas included. */
  public static final String CORRELATION_ID = "correlationId";

  /** Id of the message that directly caused this one. */
  public static final String CAUSATION_ID = "causationId";

  /** The client's idempotency key. */
  public static final String IDEMPOTENCY_KEY = "idempotencyKey";

  /** Keyed hash of the client's address; never the address. */
  public static final String CLIENT_ADDRESS_HASH = "clientAddressHash";

  /**
   * On a command alone, never on an event: that it was decided before and the store refused what
   * came of it. Absent on the first attempt, 2 on the second.
   */
  public static final String ATTEMPT = "attempt";

  private MetadataKeys() {}
}
