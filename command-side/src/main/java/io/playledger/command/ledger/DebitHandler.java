package io.playledger.command.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.command.DebitWallet;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.command.aggregate.Aggregates;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Debits a wallet to a system account. */
public final class DebitHandler {

  private static final Set<AccountId> TARGETS = Set.of(AccountId.BURN, AccountId.PAYMENTS);

  private final Aggregates<LedgerTransaction> transactions;
  private final WalletPostings wallets;

  public DebitHandler(Repository<LedgerTransaction> transactions, Repository<Wallet> wallets) {
    this.transactions = LedgerTransaction.in(transactions);
    this.wallets = new WalletPostings(wallets);
  }

  @CommandHandler
  TransactionReceipt handle(DebitWallet command) {
    if (!TARGETS.contains(command.target())) {
      throw new CommandRejected(LedgerRejection.DEBIT_TARGET_NOT_ALLOWED);
    }
    Amount amount = command.amount();
    LedgerRules.positive(amount.units());
    Postings postings =
        Postings.of(
            new Posting(
                AccountId.wallet(command.owner()),
                amount.asset(),
                -amount.units(),
                command.reason()),
            new Posting(command.target(), amount.asset(), amount.units(), command.reason()));
    PreparedPostings prepared = wallets.prepare(command.transaction(), postings);
    transactions.create(
        command.transaction().aggregateId(),
        root -> root.post(command.transaction(), postings, command.memo(), command.at()));
    prepared.apply(command.at());
    return prepared.receipt(false);
  }
}
