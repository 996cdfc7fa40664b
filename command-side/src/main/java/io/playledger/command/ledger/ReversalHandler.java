package io.playledger.command.ledger;

import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.command.ReverseTransaction;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.command.aggregate.Aggregates;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Posts the opposite of a transaction, once. The reversal does not restore the mint limit that the
 * original used.
 */
public final class ReversalHandler {

  private final Aggregates<LedgerTransaction> transactions;
  private final WalletPostings wallets;

  public ReversalHandler(Repository<LedgerTransaction> transactions, Repository<Wallet> wallets) {
    this.transactions = LedgerTransaction.in(transactions);
    this.wallets = new WalletPostings(wallets);
  }

  @CommandHandler
  TransactionReceipt handle(ReverseTransaction command) {
    Aggregate<LedgerTransaction> original = transactions.existing(command.original().aggregateId());
    Postings postings = original.invoke(LedgerTransaction::reversalPostings);
    Aggregate<LedgerTransaction> reversal = transactions.fresh(command.reversal().aggregateId());
    PreparedPostings prepared = wallets.prepareOwed(command.reversal(), postings);

    original.execute(
        root -> root.markReversed(command.original(), command.reversal(), command.at()));
    reversal.execute(
        root ->
            root.postReversalOf(
                command.original(), command.reversal(), postings, command.memo(), command.at()));
    prepared.apply(command.at());
    return prepared.receipt(false);
  }
}
