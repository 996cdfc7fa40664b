package io.playledger.api.ledger.event;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** An empty wallet was opened. */
@Revision("1")
public record WalletOpened(PlayerId owner, Instant at) implements LedgerEvent {}
