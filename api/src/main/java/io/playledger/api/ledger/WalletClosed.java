package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * The owner of a wallet was erased: nobody sends anything there any more. What is left may be moved
 * away, and what was owed before still arrives.
 */
@Revision("1")
public record WalletClosed(PlayerId owner, Instant at) implements LedgerEvent {}
