package io.playledger.verification.ledger;

import io.playledger.verification.books.ClientLedger;
import io.playledger.verification.books.Currency;
import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Wallets, escrows and system accounts sum to zero, and have changed as in the client's books. */
final class TrialBalanceCheck implements DayCheck {

  private final AccountSums before;

  /**
   * @param before when the day began
   */
  TrialBalanceCheck(AccountSums before) {
    this.before = before;
  }

  @Override
  public String title() {
    return "Trial balance (wallets + escrows + system = total)";
  }

  @Override
  public List<String> run(DayStage stage) {
    AccountSums after = AccountSums.read(stage.desk(), stage.admin(), stage.seen());
    List<String> lines = new ArrayList<>();
    for (AccountSums.Line line : after.lines()) {
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
        stage.findings().add("trial balance not zero", line.toString());
      }
    }
    if (after.lines().isEmpty()) {
      stage.findings().add("trial balance empty", "no asset is listed");
    }
    if (stage.repeated()) {
      lines.add(
          "the run was played before: the day itself moved nothing, so no movement to hold it against");
    } else {
      compareMovements(stage, after);
    }
    return lines;
  }

  private void compareMovements(DayStage stage, AccountSums after) {
    ClientLedger books = stage.books();
    for (Currency currency : Currency.values()) {
      AccountSums.Line begin = before.of(currency);
      AccountSums.Line end = after.of(currency);
      compare(
          stage,
          currency,
          "wallets",
          begin.wallets(),
          end.wallets(),
          books.sum("player-", currency));
      compare(
          stage, currency, "system", begin.system(), end.system(), books.sum("system:", currency));
      compare(stage, currency, "escrows", begin.escrows(), end.escrows(), 0);
    }
  }

  private static void compare(
      DayStage stage,
      Currency currency,
      String kind,
      BigDecimal begin,
      BigDecimal end,
      long expectedUnits) {
    BigDecimal expected = BigDecimal.valueOf(expectedUnits, currency.scale());
    BigDecimal moved = end.subtract(begin);
    if (moved.compareTo(expected) != 0) {
      stage
          .findings()
          .add(
              "trial balance moved otherwise",
              kind + " in " + currency + " moved by " + moved + ", the client reckons " + expected);
    }
  }
}
