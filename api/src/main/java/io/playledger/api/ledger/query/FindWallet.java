package io.playledger.api.ledger.query;

import io.playledger.api.AsOf;
import io.playledger.api.identity.PlayerId;

/** The balances of a wallet; the answer is null if there is none. */
public record FindWallet(PlayerId owner, AsOf asOf) implements LedgerQuery<WalletView> {}
