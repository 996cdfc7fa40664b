package io.playledger.command.escrow;

import io.playledger.api.escrow.command.EscrowReceipt;
import io.playledger.api.escrow.command.SettleEscrow;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.ledger.PreparedPostings;
import io.playledger.command.ledger.Wallet;
import io.playledger.command.ledger.WalletPostings;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Pays an escrow out according to its state and the time. */
public final class SettlementHandler {

  private final Aggregates<Escrow> escrows;
  private final WalletPostings wallets;

  public SettlementHandler(Repository<Escrow> escrows, Repository<Wallet> wallets) {
    this.escrows = Escrow.in(escrows);
    this.wallets = new WalletPostings(wallets);
  }

  @CommandHandler
  EscrowReceipt handle(SettleEscrow command) {
    Aggregate<Escrow> escrow = escrows.existing(command.aggregateId());
    EscrowPayout payout = escrow.invoke(root -> root.payoutAt(command.at()));
    PreparedPostings prepared = wallets.prepareOwed(command.transaction(), payout.postings());

    EscrowReceipt receipt =
        escrow.invoke(root -> root.settle(payout, command.transaction(), command.at()));
    prepared.apply(command.at());
    return receipt;
  }
}
