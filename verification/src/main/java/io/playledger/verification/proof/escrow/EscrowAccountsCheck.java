package io.playledger.verification.proof.escrow;

import io.playledger.verification.proof.ledger.Holding;
import io.playledger.verification.proof.ledger.LedgerModel;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogRow;
import java.math.BigInteger;

/** Escrow accounts hold what the open escrows were funded with, and no account anything else. */
final class EscrowAccountsCheck implements LogCheck {

  private static final String PREFIX = "escrow:";

  private final LedgerModel books;
  private final CheckProblems problems =
      new CheckProblems(CheckName.ESCROW_ACCOUNTS_EQUAL_OPEN_ESCROWS);

  EscrowAccountsCheck(LedgerModel books) {
    this.books = books;
  }

  @Override
  public void see(LogRow row) {
    // looked at when the log has gone by
  }

  @Override
  public void ended() {
    books
        .allPosted()
        .forEach(
            (holding, posted) -> {
              if (holding.account().startsWith(PREFIX)) {
                LedgerModel.OpenEscrow open =
                    books.escrows().get(holding.account().substring(PREFIX.length()));
                boolean due = open != null && open.asset().equals(holding.asset());
                compare(holding, posted, due ? open.units() : BigInteger.ZERO);
              }
            });
    books
        .escrows()
        .forEach(
            (id, open) -> {
              Holding holding = new Holding(PREFIX + id, open.asset());
              if (!books.allPosted().containsKey(holding)) {
                compare(holding, BigInteger.ZERO, open.units());
              }
            });
  }

  private void compare(Holding account, BigInteger posted, BigInteger due) {
    if (!posted.equals(due)) {
      problems.add(
          due.signum() == 0
              ? "%s holds %s, but its escrow is not open".formatted(account, posted)
              : "%s holds %s, but its open escrow has %s".formatted(account, posted, due));
    }
  }

  @Override
  public CheckResult result() {
    return problems.result(books.escrows().size() + " open escrows");
  }
}
