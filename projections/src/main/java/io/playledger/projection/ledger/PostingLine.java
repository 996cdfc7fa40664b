package io.playledger.projection.ledger;

import static io.playledger.projection.jooq.tables.Posting.POSTING;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.ValueMoved;
import io.playledger.projection.MultiRow;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code posting}, without the balance.
 *
 * @param line from 0
 * @param entryLine the last line of the event with the same account, asset and reason
 * @param counterparty none: there are several
 */
record PostingLine(
    long position,
    int line,
    int entryLine,
    Posting posting,
    TransactionId transaction,
    @Nullable AccountId counterparty,
    Instant at) {

  static final MultiRow ROWS =
      MultiRow.of(
          POSTING,
          POSTING.POSITION,
          POSTING.LINE,
          POSTING.ENTRY_LINE,
          POSTING.ACCOUNT,
          POSTING.ASSET,
          POSTING.UNITS,
          POSTING.BALANCE_AFTER,
          POSTING.REASON,
          POSTING.TRANSACTION,
          POSTING.COUNTERPARTY,
          POSTING.AT);

  private record EntryKey(AccountId account, AssetCode asset, TransactionType reason) {

    EntryKey(Posting posting) {
      this(posting.account(), posting.asset(), posting.reason());
    }
  }

  private record Side(AssetCode asset, boolean receives) {}

  static List<PostingLine> allOf(ValueMoved event, long position) {
    List<Posting> postings = event.postings().lines();
    Map<EntryKey, Integer> lastLines = new HashMap<>();
    Map<Side, Set<AccountId>> sides = new HashMap<>();
    for (int line = 0; line < postings.size(); line++) {
      Posting posting = postings.get(line);
      lastLines.put(new EntryKey(posting), line);
      sides
          .computeIfAbsent(new Side(posting.asset(), posting.units() > 0), _ -> new HashSet<>())
          .add(posting.account());
    }
    List<PostingLine> rows = new ArrayList<>(postings.size());
    for (int line = 0; line < postings.size(); line++) {
      Posting posting = postings.get(line);
      rows.add(
          new PostingLine(
              position,
              line,
              lastLines.get(new EntryKey(posting)),
              posting,
              event.transaction(),
              counterparty(posting, sides),
              event.at()));
    }
    return rows;
  }

  /** The only account on the other side of the same asset; none: there are several. */
  private static @Nullable AccountId counterparty(
      Posting posting, Map<Side, Set<AccountId>> sides) {
    List<AccountId> others =
        sides.getOrDefault(new Side(posting.asset(), posting.units() < 0), Set.of()).stream()
            .filter(account -> !account.equals(posting.account()))
            .limit(2)
            .toList();
    return others.size() == 1 ? others.getFirst() : null;
  }

  LedgerBatch.BalanceKey balanceKey() {
    return new LedgerBatch.BalanceKey(posting.account(), posting.asset());
  }

  long units() {
    return posting.units();
  }

  void addTo(MultiRow.Rows rows, BigInteger balanceAfter) {
    rows.add(
        position,
        line,
        entryLine,
        posting.account(),
        posting.asset(),
        posting.units(),
        balanceAfter,
        posting.reason(),
        transaction,
        counterparty,
        at);
  }
}
