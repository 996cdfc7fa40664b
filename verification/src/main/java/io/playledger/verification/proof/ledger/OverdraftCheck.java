package io.playledger.verification.proof.ledger;

import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.LogCheck;
import io.playledger.verification.proof.log.LogRow;
import java.math.BigInteger;

/** No bounded account is below zero when a command is whole; a wallet's holds count as spent. */
final class OverdraftCheck implements LogCheck {

  private final LedgerModel books;
  private final CheckProblems problems = new CheckProblems(CheckName.NO_OVERDRAFT);
  private long looks;

  OverdraftCheck(LedgerModel books) {
    this.books = books;
  }

  @Override
  public void see(LogRow row) {
    // between the events of one command a capture has been paid and still binds
  }

  @Override
  public void commandEnded(long lastPosition) {
    for (Holding holding : books.moved().keySet()) {
      if (!holding.bounded()) {
        continue;
      }
      looks++;
      BigInteger free = books.posted(holding).subtract(books.held(holding));
      if (free.signum() < 0) {
        problems.at(
            lastPosition,
            "%s has %s posted and %s held"
                .formatted(holding, books.posted(holding), books.held(holding)));
      }
    }
  }

  @Override
  public CheckResult result() {
    return problems.result(looks + " changes of bounded accounts");
  }
}
