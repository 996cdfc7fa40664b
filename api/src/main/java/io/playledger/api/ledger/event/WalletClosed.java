package io.playledger.api.ledger.event;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A wallet was closed because its owner was erased: nothing can be sent to it. The remaining
 * balance can be moved away, and payments that were owed before still arrive.
 */
@Revision("1")
public record WalletClosed(PlayerId owner, Instant at) implements LedgerEvent {}
