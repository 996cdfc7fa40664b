package io.playledger.projection.ledger;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.Asset.ASSET;
import static io.playledger.projection.jooq.tables.LedgerTransaction.LEDGER_TRANSACTION;
import static io.playledger.projection.jooq.tables.Wallet.WALLET;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.event.TransactionPosted;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.projection.MultiRow;
import io.playledger.projection.TableBatch;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** Changes of a batch to the ledger's tables, written as few multi-row statements. */
final class LedgerBatch {

  private static final MultiRow BALANCES =
      MultiRow.of(
          ACCOUNT_BALANCE,
          ACCOUNT_BALANCE.ACCOUNT,
          ACCOUNT_BALANCE.ASSET,
          ACCOUNT_BALANCE.KIND,
          ACCOUNT_BALANCE.POSTED,
          ACCOUNT_BALANCE.HELD);
  private static final String ADD_TO_BALANCES =
      BALANCES.insert()
          + " ON CONFLICT (account, asset) DO UPDATE"
          + " SET posted = account_balance.posted + excluded.posted,"
          + " held = account_balance.held + excluded.held"
          + " RETURNING account, asset, posted";
  private static final String ADD_POSTINGS = PostingLine.ROWS.insert();

  private final TableBatch<AssetCode> assets = new TableBatch<>(ASSET, ASSET.CODE);
  private final TableBatch<PlayerId> wallets = new TableBatch<>(WALLET, WALLET.OWNER);
  private final TableBatch<TransactionId> transactions =
      new TableBatch<>(LEDGER_TRANSACTION, LEDGER_TRANSACTION.ID);
  private final HoldRows holds = new HoldRows();
  private final List<PostingLine> lines = new ArrayList<>();
  private final Map<BalanceKey, Change> changes = new HashMap<>();

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
    transactions
        .insert(event.transaction())
        .set(LEDGER_TRANSACTION.POSITION, position)
        .set(LEDGER_TRANSACTION.MEMO, posted == null ? null : posted.memo())
        .set(LEDGER_TRANSACTION.REVERSES, posted == null ? null : posted.reverses())
        .set(LEDGER_TRANSACTION.AT, event.at());
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

  TableBatch<AssetCode> assets() {
    return assets;
  }

  TableBatch<PlayerId> wallets() {
    return wallets;
  }

  HoldRows holds() {
    return holds;
  }

  /** Marks an earlier transaction, or one of this batch, as reversed. */
  void reversed(TransactionId transaction, TransactionId reversal) {
    transactions.update(transaction).set(LEDGER_TRANSACTION.REVERSED_BY, reversal);
  }

  /** Writes all gathered changes and clears them. */
  void writeTo(DSLContext sql) {
    assets.writeTo(sql);
    wallets.writeTo(sql);
    transactions.writeTo(sql);
    holds.writeTo(sql, this::subtractHeld);
    writePostings(sql, writeBalances(sql));
    lines.clear();
    changes.clear();
  }

  /** Sums the changes, and returns every balance before this batch. */
  private Map<BalanceKey, BigInteger> writeBalances(DSLContext sql) {
    MultiRow.Rows rows = BALANCES.rows();
    // neighbours in the key's index one after the other
    for (BalanceKey key : changes.keySet().stream().sorted().toList()) {
      Change change = changes.get(key);
      rows.add(key.account, key.asset, key.account.kind(), change.posted, change.held);
    }
    Map<BalanceKey, BigInteger> before = HashMap.newHashMap(changes.size());
    rows.query(
        sql,
        ADD_TO_BALANCES,
        row -> {
          BalanceKey key =
              new BalanceKey(AccountId.parse(row.getString(1)), new AssetCode(row.getString(2)));
          BigInteger after = row.getBigDecimal(3).toBigIntegerExact();
          before.put(key, after.subtract(changes.get(key).posted));
        });
    return before;
  }

  private void writePostings(DSLContext sql, Map<BalanceKey, BigInteger> balances) {
    MultiRow.Rows rows = PostingLine.ROWS.rows();
    for (PostingLine line : lines) {
      BigInteger after =
          balances.merge(line.balanceKey(), BigInteger.valueOf(line.units()), BigInteger::add);
      line.addTo(rows, after);
    }
    rows.execute(sql, ADD_POSTINGS);
  }
}
