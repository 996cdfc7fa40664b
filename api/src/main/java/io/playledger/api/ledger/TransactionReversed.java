package io.playledger.api.ledger;

import java.time.Instant;
import org.axonframework.serialization.Revision;

/** A transaction was undone by another, and can not be undone again. */
@Revision("1")
public record TransactionReversed(TransactionId transaction, TransactionId reversal, Instant at)
    implements LedgerEvent {}
