package io.playledger.command.escrow;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.Ruling;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The state of an escrow's dispute. */
record EscrowDispute(
    Instant decideBy,
    @Nullable PlayerId handler,
    int notes,
    @Nullable Ruling ruling,
    long toSeller,
    long toBuyer) {

  static EscrowDispute opened(Instant decideBy) {
    return new EscrowDispute(decideBy, null, 0, null, 0, 0);
  }

  EscrowDispute assignedTo(PlayerId moderator) {
    return new EscrowDispute(decideBy, moderator, notes, ruling, toSeller, toBuyer);
  }

  EscrowDispute withOneMoreNote() {
    return new EscrowDispute(decideBy, handler, notes + 1, ruling, toSeller, toBuyer);
  }

  EscrowDispute decided(Ruling decision, long sellerUnits, long buyerUnits) {
    return new EscrowDispute(decideBy, handler, notes, decision, sellerUnits, buyerUnits);
  }
}
