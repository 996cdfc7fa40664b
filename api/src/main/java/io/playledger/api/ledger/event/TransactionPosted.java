package io.playledger.api.ledger.event;

import io.playledger.api.PersonalText;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import java.time.Instant;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A credit, a debit, a transfer or a reversal was posted.
 *
 * @param reverses the transaction that this one reverses
 */
@Revision("1")
public record TransactionPosted(
    TransactionId transaction,
    Postings postings,
    @Nullable PersonalText memo,
    @Nullable TransactionId reverses,
    Instant at)
    implements LedgerEvent, ValueMoved {}
