package io.playledger.server.ledger;

import io.playledger.api.identity.Role;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.command.TransactionReceipt;
import io.playledger.web.amount.Amounts;
import io.playledger.web.authority.Caller;
import org.springframework.stereotype.Component;

/** Converts receipts: complete for admins, and the own wallet for players. */
@Component
final class Receipts {

  private final Amounts amounts;

  Receipts(Amounts amounts) {
    this.amounts = amounts;
  }

  ReceiptView of(TransactionReceipt receipt, Caller caller) {
    AccountId own = AccountId.wallet(caller.player());
    boolean whole = caller.hasAny(Role.ADMIN);
    return new ReceiptView(
        receipt.transaction(),
        receipt.dryRun(),
        receipt.changes().stream()
            .filter(change -> whole || change.account().equals(own))
            .map(this::change)
            .toList());
  }

  private ReceiptView.Change change(TransactionReceipt.WalletChange change) {
    return new ReceiptView.Change(
        change.account(),
        change.asset(),
        amounts.decimal(change.asset(), change.units()),
        amounts.decimal(change.asset(), change.posted()),
        amounts.decimal(change.asset(), change.available()));
  }
}
