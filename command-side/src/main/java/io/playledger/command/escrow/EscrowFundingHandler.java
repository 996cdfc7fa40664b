package io.playledger.command.escrow;

import io.playledger.api.CommandRejected;
import io.playledger.api.escrow.command.EscrowReceipt;
import io.playledger.api.escrow.command.PlaceFundsInEscrow;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.LedgerRejection;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.market.MarketRejection;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.ledger.PreparedPostings;
import io.playledger.command.ledger.Wallet;
import io.playledger.command.ledger.WalletPostings;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Moves the price from the buyer's wallet into escrow. */
public final class EscrowFundingHandler {

  private final Aggregates<Escrow> escrows;
  private final WalletPostings wallets;

  public EscrowFundingHandler(Repository<Escrow> escrows, Repository<Wallet> wallets) {
    this.escrows = Escrow.in(escrows);
    this.wallets = new WalletPostings(wallets);
  }

  @CommandHandler
  EscrowReceipt handle(PlaceFundsInEscrow command) {
    long units = command.amount().units();
    if (units <= 0) {
      throw new CommandRejected(LedgerRejection.AMOUNT_NOT_POSITIVE);
    }
    if (command.buyer().equals(command.seller())) {
      throw new CommandRejected(MarketRejection.TRADE_WITH_ONESELF);
    }
    AssetCode asset = command.amount().asset();
    Postings postings =
        Postings.of(
            new Posting(
                AccountId.wallet(command.buyer()), asset, -units, TransactionType.ESCROW_FUNDING),
            new Posting(
                AccountId.escrow(command.escrow().value()),
                asset,
                units,
                TransactionType.ESCROW_FUNDING));
    Aggregate<Escrow> escrow = escrows.fresh(command.aggregateId());
    PreparedPostings prepared = wallets.prepare(command.transaction(), postings);

    EscrowReceipt receipt = escrow.invoke(root -> root.fund(command, postings));
    prepared.apply(command.at());
    return receipt;
  }
}
