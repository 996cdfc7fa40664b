package io.playledger.command.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.PostTransfer;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.api.ledger.command.TransferLeg;
import io.playledger.command.aggregate.Aggregates;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Transfers value between wallets, all legs or none. */
public final class TransferHandler {

  private final Aggregates<LedgerTransaction> transactions;
  private final WalletPostings wallets;

  public TransferHandler(Repository<LedgerTransaction> transactions, Repository<Wallet> wallets) {
    this.transactions = LedgerTransaction.in(transactions);
    this.wallets = new WalletPostings(wallets);
  }

  @CommandHandler
  TransactionReceipt handle(PostTransfer command) {
    Postings postings = postings(command);
    if (command.dryRun()) {
      return wallets.prepare(command.transaction(), postings).receipt(true);
    }
    PreparedPostings prepared = wallets.prepare(command.transaction(), postings);
    transactions.create(
        command.transaction().aggregateId(),
        root -> root.post(command.transaction(), postings, command.memo(), command.at()));
    prepared.apply(command.at());
    return prepared.receipt(false);
  }

  private static Postings postings(PostTransfer command) {
    if (command.legs().isEmpty() || command.legs().size() > PostTransfer.LEGS_MAX) {
      throw new CommandRejected(LedgerRejection.TRANSFER_LEGS_OUT_OF_RANGE);
    }
    List<Posting> lines = new ArrayList<>();
    for (TransferLeg leg : command.legs()) {
      Amount amount = leg.amount();
      LedgerRules.positive(amount.units());
      if (leg.from().equals(leg.to())) {
        throw new CommandRejected(LedgerRejection.TRANSFER_TO_SELF);
      }
      lines.add(
          new Posting(
              AccountId.wallet(leg.from()),
              amount.asset(),
              -amount.units(),
              TransactionType.TRANSFER_OUT));
      lines.add(
          new Posting(
              AccountId.wallet(leg.to()),
              amount.asset(),
              amount.units(),
              TransactionType.TRANSFER_IN));
    }
    return new Postings(lines);
  }
}
