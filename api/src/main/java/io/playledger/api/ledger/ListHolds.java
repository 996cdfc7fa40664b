package io.playledger.api.ledger;

import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;

/** The holds on a wallet that still bind, by expiry. */
public record ListHolds(PlayerId owner) implements Query<HoldList> {
  @Override
  public Class<HoldList> answerType() {
    return HoldList.class;
  }

  @Override
  public String projection() {
    return "ledger";
  }
}
