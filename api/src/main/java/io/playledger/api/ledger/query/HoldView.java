package io.playledger.api.ledger.query;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.HoldId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold.
 *
 * @param amount decimal string
 * @param state pending, captured, released or expired
 */
public record HoldView(
    HoldId id,
    PlayerId owner,
    PlayerId payee,
    AssetCode asset,
    String amount,
    @Nullable String purpose,
    State state,
    Instant placedAt,
    Instant expiresAt) {

  /** States of a hold. */
  public enum State {
    PENDING,
    CAPTURED,
    RELEASED,
    EXPIRED
  }
}
