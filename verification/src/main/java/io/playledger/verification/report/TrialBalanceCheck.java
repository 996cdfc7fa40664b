package io.playledger.verification.report;

import io.playledger.verification.model.ClientLedger;
import io.playledger.verification.plan.Currency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Wallets, escrows and system accounts sum to zero, and moved as the client's own books say. */
final class TrialBalanceCheck implements Check {

  @Override
  public String title() {
    return "Trial balance (wallets + escrows + system = total)";
  }

  @Override
  public List<String> run(Evidence evidence) {
    TrialBalance after = TrialBalance.read(evidence.desk(), evidence.admin(), evidence.seen());
    List<String> lines = new ArrayList<>();
    for (TrialBalance.Line line : after.lines()) {
      lines.add(
          "%-8s %24s + %s + %s = %s"
              .formatted(
                  line.asset(),
                  line.wallets().toPlainString(),
                  line.escrows().toPlainString(),
                  line.system().toPlainString(),
                  line.total().toPlainString()));
      BigDecimal sum = line.wallets().add(line.escrows()).add(line.system());
      if (sum.signum() != 0 || line.total().signum() != 0) {
        evidence.findings().add("trial balance not zero", line.toString());
      }
    }
    if (after.lines().isEmpty()) {
      evidence.findings().add("trial balance empty", "no asset is listed");
    }
    if (evidence.repeated()) {
      lines.add(
          "the run was played before: the day itself moved nothing, so no movement to hold it against");
    } else {
      compareMovements(evidence, after);
    }
    return lines;
  }

  private static void compareMovements(Evidence evidence, TrialBalance after) {
    ClientLedger books = evidence.day().ledger();
    for (Currency currency : Currency.values()) {
      TrialBalance.Line begin = evidence.before().of(currency);
      TrialBalance.Line end = after.of(currency);
      compare(
          evidence,
          currency,
          "wallets",
          begin.wallets(),
          end.wallets(),
          books.sum("player-", currency));
      compare(
          evidence,
          currency,
          "system",
          begin.system(),
          end.system(),
          books.sum("system:", currency));
      compare(evidence, currency, "escrows", begin.escrows(), end.escrows(), 0);
    }
  }

  private static void compare(
      Evidence evidence,
      Currency currency,
      String kind,
      BigDecimal begin,
      BigDecimal end,
      long expectedUnits) {
    BigDecimal expected = BigDecimal.valueOf(expectedUnits, currency.scale());
    BigDecimal moved = end.subtract(begin);
    if (moved.compareTo(expected) != 0) {
      evidence
          .findings()
          .add(
              "trial balance moved otherwise",
              kind + " in " + currency + " moved by " + moved + ", the client reckons " + expected);
    }
  }
}
