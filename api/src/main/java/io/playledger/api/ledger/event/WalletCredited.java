package io.playledger.api.ledger.event;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.TransactionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The receipt of the net amount of one asset that a transaction added to a wallet.
 *
 * @param posted the wallet's posted balance afterwards
 */
@Revision("1")
public record WalletCredited(
    PlayerId owner, TransactionId transaction, Amount amount, long posted, Instant at)
    implements LedgerEvent {}
