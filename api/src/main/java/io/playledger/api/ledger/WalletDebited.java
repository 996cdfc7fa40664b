package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The receipt of what a transaction took from a wallet, net, for one asset.
 *
 * @param amount positive
 * @param posted the wallet's posted balance from now on
 */
@Revision("1")
public record WalletDebited(
    PlayerId owner, TransactionId transaction, Amount amount, long posted, Instant at)
    implements LedgerEvent {}
