package io.playledger.api.ledger.query;

import io.playledger.api.ledger.TransactionId;

/** One transaction with all its postings; the answer is null if there is none. */
public record FindTransaction(TransactionId transaction) implements LedgerQuery<TransactionView> {}
