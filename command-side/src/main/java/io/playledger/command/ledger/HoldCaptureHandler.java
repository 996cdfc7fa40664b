package io.playledger.command.ledger;

import io.playledger.api.CommandRejected;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.command.CaptureHold;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.command.aggregate.Aggregates;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Captures a hold for its payee and releases the rest. */
public final class HoldCaptureHandler {

  private final Aggregates<LedgerTransaction> transactions;
  private final WalletPostings wallets;

  public HoldCaptureHandler(
      Repository<LedgerTransaction> transactions, Repository<Wallet> wallets) {
    this.transactions = LedgerTransaction.in(transactions);
    this.wallets = new WalletPostings(wallets);
  }

  @CommandHandler
  TransactionReceipt handle(CaptureHold command) {
    if (command.by() != null && !command.by().equals(command.payee())) {
      throw new CommandRejected(LedgerRejection.HOLD_NOT_YOURS);
    }
    wallets.lock(command.owner(), command.payee());
    Aggregate<Wallet> owner = wallets.walletOf(command.owner());
    Hold hold = owner.invoke(root -> root.pendingHold(command.hold()));
    long units = captured(command, hold);
    Postings postings = postings(command, hold.amount().asset(), units);
    PreparedPostings prepared =
        wallets.prepareOwed(command.transaction(), postings, command.hold());

    transactions.create(
        command.transaction().aggregateId(),
        root -> root.post(command.transaction(), postings, null, command.at()));
    owner.execute(root -> root.capture(command.hold(), command.transaction(), units, command.at()));
    prepared.apply(command.at());
    return prepared.receipt(false);
  }

  private static long captured(CaptureHold command, Hold hold) {
    LedgerRules.payeeOrPlatform(hold, command.payee());
    LedgerRules.notOver(hold, command.at());
    long held = hold.amount().units();
    long units = command.units() == null ? held : command.units();
    LedgerRules.positive(units);
    if (units > held) {
      throw new CommandRejected(
          LedgerRejection.CAPTURE_EXCEEDS_HOLD, Map.of("heldUnits", Long.toString(held)));
    }
    return units;
  }

  private static Postings postings(CaptureHold command, AssetCode asset, long units) {
    return Postings.of(
        new Posting(AccountId.wallet(command.owner()), asset, -units, TransactionType.HOLD_CAPTURE),
        new Posting(AccountId.wallet(command.payee()), asset, units, TransactionType.HOLD_CAPTURE));
  }
}
