package io.playledger.verification.proof.ledger;

import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.CheckProblems;
import io.playledger.verification.proof.log.CheckResult;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import io.playledger.verification.proof.log.LogObserver;
import io.playledger.verification.proof.log.LogRow;
import io.playledger.verification.proof.log.TokenPositions;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The ledger's read tables against the books, at exactly the position where the projection stands:
 * its rows and its token change in one transaction, so one snapshot of the database has both.
 */
final class LedgerTablesCheck implements LogObserver {

  private static final String PROCESSOR = "projections.ledger";

  private final LedgerModel books;
  private final JdbcTemplate sql;
  private final long position;
  private final CheckProblems balances = new CheckProblems(CheckName.BALANCES_EQUAL_EVENTS);
  private final CheckProblems holds = new CheckProblems(CheckName.HOLDS_EQUAL_OPEN_HOLDS);
  private long balanceRows;
  private long holdRows;
  private boolean compared;

  LedgerTablesCheck(LedgerModel books, DatabaseSnapshot snapshot) {
    this.books = books;
    this.sql = snapshot.sql();
    this.position = TokenPositions.of(sql, PROCESSOR);
  }

  @Override
  public void see(LogRow row) {
    if (!compared && row.position() >= position) {
      compare();
    }
  }

  @Override
  public void ended() {
    if (!compared) {
      compare();
    }
  }

  private void compare() {
    compared = true;
    compareBalances();
    compareHolds();
  }

  private void compareBalances() {
    Set<Holding> listed = new HashSet<>();
    sql.query(
        "SELECT account, asset, posted, held FROM read_model.account_balance",
        row -> {
          balanceRows++;
          Holding holding = new Holding(row.getString(1), row.getString(2));
          listed.add(holding);
          differ(balances, "posted", holding, row.getBigDecimal(3), books.posted(holding));
          differ(holds, "held", holding, row.getBigDecimal(4), books.held(holding));
        });
    books
        .allPosted()
        .forEach(
            (holding, posted) -> {
              if (posted.signum() != 0 && !listed.contains(holding)) {
                balances.add(holding + ": the table has no row, the events come to " + posted);
              }
            });
    sql.query(
        """
        SELECT b.account, b.asset, b.posted, coalesce(sum(p.units), 0)
        FROM read_model.account_balance b LEFT JOIN read_model.posting p USING (account, asset)
        GROUP BY b.account, b.asset, b.posted HAVING b.posted <> coalesce(sum(p.units), 0)
        """,
        row -> {
          balances.add(
              "%s %s: the table says %s, its table of postings sums to %s"
                  .formatted(
                      row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
        });
  }

  private static void differ(
      CheckProblems problems, String what, Holding holding, BigDecimal table, BigInteger events) {
    if (table.compareTo(new BigDecimal(events)) != 0) {
      problems.add(
          "%s: the table says %s %s, the events come to %s"
              .formatted(holding, table, what, events));
    }
  }

  private void compareHolds() {
    Set<String> listed = new HashSet<>();
    sql.query(
        "SELECT id::text, owner::text, asset, units FROM read_model.hold WHERE state = 'PENDING'",
        row -> {
          holdRows++;
          String id = row.getString(1);
          listed.add(id);
          LedgerModel.OpenHold open = books.holds().get(id);
          LedgerModel.OpenHold shown =
              new LedgerModel.OpenHold(
                  row.getString(2), row.getString(3), BigInteger.valueOf(row.getLong(4)));
          if (!shown.equals(open)) {
            holds.add("hold %s: the table shows %s, the log %s".formatted(id, shown, open));
          }
        });
    books
        .holds()
        .forEach(
            (id, open) -> {
              if (!listed.contains(id)) {
                holds.add("hold %s: open in the log (%s), not in the table".formatted(id, open));
              }
            });
  }

  CheckResult balances() {
    return balances.result(balanceRows + " balances at position " + position);
  }

  CheckResult holds() {
    return holds.result(holdRows + " open holds at position " + position);
  }
}
