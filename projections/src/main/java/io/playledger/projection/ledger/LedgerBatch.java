package io.playledger.projection.ledger;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.LedgerTransaction.LEDGER_TRANSACTION;
import static io.playledger.projection.jooq.tables.Posting.POSTING;

import io.playledger.api.PersonalText;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionPosted;
import io.playledger.api.ledger.ValueMoved;
import io.playledger.projection.Chunks;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the events of a batch do to the ledger's tables, written as few multi-row statements. */
final class LedgerBatch {

  private final List<Transaction> transactions = new ArrayList<>();
  private final List<PostingLine> lines = new ArrayList<>();
  private final Map<BalanceKey, Change> changes = new TreeMap<>();

  private record Transaction(
      TransactionId id, long position, PersonalText memo, TransactionId reverses, Instant at) {}

  record BalanceKey(AccountId account, AssetCode asset) implements Comparable<BalanceKey> {

    private static final Comparator<BalanceKey> ORDER =
        Comparator.comparing(BalanceKey::account).thenComparing(BalanceKey::asset);

    @Override
    public int compareTo(BalanceKey other) {
      return ORDER.compare(this, other);
    }
  }

  private record Change(BigInteger posted, BigInteger held) {

    private static final Change NONE = new Change(BigInteger.ZERO, BigInteger.ZERO);

    Change posted(long units) {
      return new Change(posted.add(BigInteger.valueOf(units)), held);
    }

    Change held(BigInteger units) {
      return new Change(posted, held.add(units));
    }
  }

  void add(ValueMoved event, long position) {
    TransactionPosted posted = event instanceof TransactionPosted transaction ? transaction : null;
    transactions.add(
        new Transaction(
            event.transaction(),
            position,
            posted == null ? null : posted.memo(),
            posted == null ? null : posted.reverses(),
            event.at()));
    for (PostingLine line : PostingLine.allOf(event, position)) {
      lines.add(line);
      changes.compute(
          line.balanceKey(),
          (_, change) -> (change == null ? Change.NONE : change).posted(line.units()));
    }
  }

  void addHeld(PlayerId owner, Amount amount) {
    changeHeld(owner, amount.asset(), BigInteger.valueOf(amount.units()));
  }

  void subtractHeld(PlayerId owner, Amount amount) {
    changeHeld(owner, amount.asset(), BigInteger.valueOf(amount.units()).negate());
  }

  private void changeHeld(PlayerId owner, AssetCode asset, BigInteger units) {
    changes.compute(
        new BalanceKey(AccountId.wallet(owner), asset),
        (_, change) -> (change == null ? Change.NONE : change).held(units));
  }

  /** Writes everything gathered and forgets it. */
  void writeTo(DSLContext sql) {
    writeTransactions(sql);
    writePostings(sql, writeBalances(sql));
    transactions.clear();
    lines.clear();
    changes.clear();
  }

  private void writeTransactions(DSLContext sql) {
    Chunks.of(
        transactions,
        chunk -> {
          var insert =
              sql.insertInto(
                  LEDGER_TRANSACTION,
                  LEDGER_TRANSACTION.ID,
                  LEDGER_TRANSACTION.POSITION,
                  LEDGER_TRANSACTION.MEMO,
                  LEDGER_TRANSACTION.REVERSES,
                  LEDGER_TRANSACTION.AT);
          for (Transaction row : chunk) {
            insert = insert.values(row.id, row.position, row.memo, row.reverses, row.at);
          }
          insert.execute();
        });
  }

  /** Adds the changes up and says what every balance was before this batch. */
  private Map<BalanceKey, BigInteger> writeBalances(DSLContext sql) {
    Map<BalanceKey, BigInteger> before = new HashMap<>();
    Chunks.of(
        List.copyOf(changes.entrySet()),
        chunk -> {
          var insert =
              sql.insertInto(
                  ACCOUNT_BALANCE,
                  ACCOUNT_BALANCE.ACCOUNT,
                  ACCOUNT_BALANCE.ASSET,
                  ACCOUNT_BALANCE.KIND,
                  ACCOUNT_BALANCE.POSTED,
                  ACCOUNT_BALANCE.HELD);
          for (Map.Entry<BalanceKey, Change> entry : chunk) {
            BalanceKey key = entry.getKey();
            Change change = entry.getValue();
            insert =
                insert.values(
                    key.account, key.asset, key.account.kind(), change.posted, change.held);
          }
          insert
              .onConflict(ACCOUNT_BALANCE.ACCOUNT, ACCOUNT_BALANCE.ASSET)
              .doUpdate()
              .set(
                  ACCOUNT_BALANCE.POSTED,
                  ACCOUNT_BALANCE.POSTED.plus(DSL.excluded(ACCOUNT_BALANCE.POSTED)))
              .set(
                  ACCOUNT_BALANCE.HELD,
                  ACCOUNT_BALANCE.HELD.plus(DSL.excluded(ACCOUNT_BALANCE.HELD)))
              .returningResult(
                  ACCOUNT_BALANCE.ACCOUNT, ACCOUNT_BALANCE.ASSET, ACCOUNT_BALANCE.POSTED)
              .fetch()
              .forEach(
                  row -> {
                    BalanceKey key = new BalanceKey(row.value1(), row.value2());
                    before.put(key, row.value3().subtract(changes.get(key).posted));
                  });
        });
    return before;
  }

  private void writePostings(DSLContext sql, Map<BalanceKey, BigInteger> balances) {
    Chunks.of(
        lines,
        chunk -> {
          var insert = sql.insertInto(POSTING, PostingLine.COLUMNS);
          for (PostingLine line : chunk) {
            BigInteger after =
                balances.merge(
                    line.balanceKey(), BigInteger.valueOf(line.units()), BigInteger::add);
            insert = insert.values(line.values(after));
          }
          insert.execute();
        });
  }
}
