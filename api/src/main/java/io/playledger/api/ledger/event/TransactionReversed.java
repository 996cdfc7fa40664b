package io.playledger.api.ledger.event;

import io.playledger.api.ledger.TransactionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A transaction was reversed by another one and cannot be reversed again. */
@Revision("1")
public record TransactionReversed(TransactionId transaction, TransactionId reversal, Instant at)
    implements LedgerEvent {}
