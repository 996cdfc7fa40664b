package io.playledger.api.ledger;

import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;

/**
 * The postings that make a wallet's balance of one asset, oldest first, each with the balance after
 * it.
 */
public record ExplainBalance(PlayerId owner, AssetCode asset, String cursor, int limit)
    implements Query<BalanceExplanation> {
  @Override
  public Class<BalanceExplanation> answerType() {
    return BalanceExplanation.class;
  }

  @Override
  public String projection() {
    return "ledger";
  }
}
