package io.playledger.api.ledger.query;

import io.playledger.api.AsOf;
import io.playledger.api.identity.PlayerId;
import org.jspecify.annotations.Nullable;

/** The balances of a wallet. */
public record FindWallet(PlayerId owner, AsOf asOf) implements LedgerQuery<@Nullable WalletView> {}
