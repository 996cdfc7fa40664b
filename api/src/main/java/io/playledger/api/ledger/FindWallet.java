package io.playledger.api.ledger;

import io.playledger.api.AsOf;
import io.playledger.api.Query;
import io.playledger.api.identity.PlayerId;

/** The balances of a wallet; the answer is null where there is none. */
public record FindWallet(PlayerId owner, AsOf asOf) implements Query<WalletView> {
  @Override
  public Class<WalletView> answerType() {
    return WalletView.class;
  }

  @Override
  public String projection() {
    return "ledger";
  }
}
