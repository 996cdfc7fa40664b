package io.playledger.api.ledger;

import io.playledger.api.identity.PlayerId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A wallet exists and is empty. */
@Revision("1")
public record WalletOpened(PlayerId owner, Instant at) implements LedgerEvent {}
