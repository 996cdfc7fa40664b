package io.playledger.api.ledger.event;

import io.playledger.api.PersonalText;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;

/**
 * A credit, a debit, a transfer or a reversal was posted.
 *
 * @param reverses the transaction that this one reverses; null for none
 */
@Revision("1")
public record TransactionPosted(
    TransactionId transaction,
    Postings postings,
    PersonalText memo,
    TransactionId reverses,
    Instant at)
    implements LedgerEvent, ValueMoved {}
