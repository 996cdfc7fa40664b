package io.playledger.api.ledger;

import io.playledger.api.PersonalText;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * Value moved: a credit, a debit, a transfer or a reversal.
 *
 * @param reverses the transaction undone; null where none
 */
@Revision("1")
public record TransactionPosted(
    TransactionId transaction,
    Postings postings,
    PersonalText memo,
    TransactionId reverses,
    Instant at)
    implements LedgerEvent, ValueMoved {}
