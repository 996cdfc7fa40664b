package io.playledger.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/**
 * The id of a ledger transaction: one balanced set of postings.
 *
 * @param value UUIDv7
 */
public record TransactionId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public TransactionId {
    Objects.requireNonNull(value, "TransactionId");
  }

  /**
   * The identifier of the transaction's aggregate in the log, distinct from the identifiers of all
   * other types.
   */
  public String aggregateId() {
    return "transaction-" + value;
  }

  /** Parses the canonical text form. */
  public static TransactionId of(String text) {
    return new TransactionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
