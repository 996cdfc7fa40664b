package io.playledger.command.ledger;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.PersonalText;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.TransactionReversed;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** A posted transaction, and whether it was reversed. */
public class LedgerTransaction implements Root {

  @AggregateIdentifier private @Nullable String id;
  private Postings postings;
  private @Nullable TransactionId reverses;
  private @Nullable TransactionId reversedBy;

  /** Required by Axon. */
  protected LedgerTransaction() {}

  static Aggregates<LedgerTransaction> in(Repository<LedgerTransaction> repository) {
    return new Aggregates<>(
        repository,
        LedgerTransaction::new,
        LedgerRejection.TRANSACTION_NOT_FOUND,
        LedgerRejection.TRANSACTION_ALREADY_EXISTS);
  }

  @Override
  public boolean exists() {
    return id != null;
  }

  void post(TransactionId transaction, Postings lines, @Nullable PersonalText memo, Instant at) {
    apply(new TransactionPosted(transaction, lines, memo, null, at));
  }

  void postReversalOf(
      TransactionId original,
      TransactionId reversal,
      Postings lines,
      PersonalText memo,
      Instant at) {
    apply(new TransactionPosted(reversal, lines, memo, original, at));
  }

  /**
   * The same lines with opposite signs. Rejects if the transaction was reversed or is a reversal.
   */
  Postings reversalPostings() {
    if (reverses != null) {
      throw new CommandRejected(LedgerRejection.REVERSAL_NOT_REVERSIBLE);
    }
    if (reversedBy != null) {
      throw new CommandRejected(
          LedgerRejection.TRANSACTION_ALREADY_REVERSED,
          Map.of("reversedBy", reversedBy.toString()));
    }
    return new Postings(postings.lines().stream().map(LedgerTransaction::negated).toList());
  }

  private static Posting negated(Posting line) {
    if (line.units() == Long.MIN_VALUE) {
      throw new CommandRejected(LedgerRejection.AMOUNT_OUT_OF_RANGE);
    }
    return new Posting(line.account(), line.asset(), -line.units(), TransactionType.REVERSAL);
  }

  void markReversed(TransactionId original, TransactionId reversal, Instant at) {
    apply(new TransactionReversed(original, reversal, at));
  }

  @EventSourcingHandler
  void on(TransactionPosted event) {
    id = event.transaction().aggregateId();
    postings = event.postings();
    reverses = event.reverses();
  }

  @EventSourcingHandler
  void on(TransactionReversed event) {
    reversedBy = event.reversal();
  }
}
