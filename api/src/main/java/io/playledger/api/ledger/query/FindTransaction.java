package io.playledger.api.ledger.query;

import io.playledger.api.ledger.TransactionId;
import org.jspecify.annotations.Nullable;

/** One transaction with all its postings. */
public record FindTransaction(TransactionId transaction)
    implements LedgerQuery<@Nullable TransactionView> {}
