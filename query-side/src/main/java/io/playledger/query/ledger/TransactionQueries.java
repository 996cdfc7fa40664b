package io.playledger.query.ledger;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.LedgerTransaction.LEDGER_TRANSACTION;
import static io.playledger.projection.jooq.tables.Posting.POSTING;
import static org.jooq.impl.DSL.row;

import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.query.BalanceExplanation;
import io.playledger.api.ledger.query.ExplainBalance;
import io.playledger.api.ledger.query.FindTransaction;
import io.playledger.api.ledger.query.ListTransactions;
import io.playledger.api.ledger.query.TransactionPage;
import io.playledger.api.ledger.query.TransactionView;
import io.playledger.api.ledger.scale.Decimals;
import io.playledger.query.Cursor;
import io.playledger.query.QueryTools;
import io.playledger.query.Slice;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.axonframework.queryhandling.QueryHandler;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Answers queries about transactions and postings. */
final class TransactionQueries {

  private final DSLContext sql;
  private final PersonalTexts texts;
  private final Decimals decimals;

  TransactionQueries(QueryTools tools) {
    this.sql = tools.sql();
    this.texts = tools.texts();
    this.decimals = tools.decimals();
  }

  /** One line of a history: the lines of an event with the same account, asset and reason. */
  private record EntryRow(
      long position,
      int entryLine,
      TransactionId transaction,
      TransactionType reason,
      AssetCode asset,
      BigInteger units,
      BigInteger balance,
      @Nullable String counterparty,
      @Nullable PersonalText memo,
      @Nullable TransactionId reverses,
      @Nullable TransactionId reversedBy,
      Instant at) {}

  @QueryHandler
  TransactionPage answer(ListTransactions query) {
    List<?> filter = Arrays.asList("history", query.owner(), query.asset(), query.reason());
    Condition which = POSTING.ACCOUNT.eq(AccountId.wallet(query.owner()));
    if (query.asset() != null) {
      which = which.and(POSTING.ASSET.eq(query.asset()));
    }
    if (query.reason() != null) {
      which = which.and(POSTING.REASON.eq(query.reason()));
    }
    if (query.page().cursor() != null) {
      Cursor after = Cursor.read(query.page().cursor(), filter, 2);
      which =
          which.and(
              row(POSTING.POSITION, POSTING.ENTRY_LINE).lt(after.number(0), after.integer(1)));
    }
    Slice<EntryRow> slice =
        Slice.of(entries(which, Slice.fetch(query.page().limit())), query.page().limit());
    return new TransactionPage(
        slice.items(this::entry),
        slice.next(last -> Cursor.write(filter, last.position(), last.entryLine())));
  }

  private List<EntryRow> entries(Condition which, int limit) {
    Field<BigInteger> units = DSL.sum(POSTING.UNITS).cast(BigInteger.class).as("units");
    Field<BigInteger> balance =
        DSL.max(POSTING.BALANCE_AFTER)
            .filterWhere(POSTING.LINE.eq(POSTING.ENTRY_LINE))
            .as("balance");
    Field<String> counterparty = onlyCounterparty().as("counterparty");
    var page =
        sql.select(
                POSTING.POSITION,
                POSTING.ENTRY_LINE,
                POSTING.TRANSACTION,
                POSTING.REASON,
                POSTING.ASSET,
                POSTING.AT,
                units,
                balance,
                counterparty)
            .from(POSTING)
            .where(which)
            .groupBy(
                POSTING.POSITION,
                POSTING.ENTRY_LINE,
                POSTING.TRANSACTION,
                POSTING.REASON,
                POSTING.ASSET,
                POSTING.AT)
            .orderBy(POSTING.POSITION.desc(), POSTING.ENTRY_LINE.desc())
            .limit(limit)
            .asTable("page");
    return sql.select(
            page.field(POSTING.POSITION),
            page.field(POSTING.ENTRY_LINE),
            page.field(POSTING.TRANSACTION),
            page.field(POSTING.REASON),
            page.field(POSTING.ASSET),
            page.field(units),
            page.field(balance),
            page.field(counterparty),
            LEDGER_TRANSACTION.MEMO,
            LEDGER_TRANSACTION.REVERSES,
            LEDGER_TRANSACTION.REVERSED_BY,
            page.field(POSTING.AT))
        .from(page)
        .join(LEDGER_TRANSACTION)
        .on(LEDGER_TRANSACTION.ID.eq(page.field(POSTING.TRANSACTION)))
        .orderBy(page.field(POSTING.POSITION).desc(), page.field(POSTING.ENTRY_LINE).desc())
        .fetch(
            found ->
                new EntryRow(
                    found.value1(),
                    found.value2(),
                    found.value3(),
                    found.value4(),
                    found.value5(),
                    found.value6(),
                    found.value7(),
                    found.value8(),
                    found.value9(),
                    found.value10(),
                    found.value11(),
                    found.value12()));
  }

  /** The other account of all lines; none: there are several. */
  private static Field<String> onlyCounterparty() {
    Field<String> other = POSTING.COUNTERPARTY.coerce(String.class);
    return DSL.when(
        DSL.countDistinct(other).eq(1).and(DSL.count(other).eq(DSL.count())), DSL.min(other));
  }

  private TransactionPage.Entry entry(EntryRow row) {
    return new TransactionPage.Entry(
        row.transaction(),
        row.reason(),
        row.asset(),
        decimals.of(row.asset(), row.units()),
        decimals.of(row.asset(), row.balance()),
        row.counterparty() == null ? null : AccountId.parse(row.counterparty()),
        texts.revealOrErased(row.memo()),
        row.reverses(),
        row.reversedBy(),
        row.position(),
        row.at());
  }

  @QueryHandler
  @Nullable TransactionView answer(FindTransaction query) {
    var transaction =
        sql.selectFrom(LEDGER_TRANSACTION)
            .where(LEDGER_TRANSACTION.ID.eq(query.transaction()))
            .fetchOne();
    if (transaction == null) {
      return null;
    }
    long position = transaction.get(LEDGER_TRANSACTION.POSITION);
    List<TransactionView.Line> lines =
        sql.select(POSTING.ACCOUNT, POSTING.ASSET, POSTING.UNITS, POSTING.REASON)
            .from(POSTING)
            .where(POSTING.POSITION.eq(position))
            .orderBy(POSTING.LINE)
            .fetch(
                line ->
                    new TransactionView.Line(
                        line.value1(),
                        line.value2(),
                        decimals.of(line.value2(), line.value3()),
                        line.value4()));
    return new TransactionView(
        query.transaction(),
        lines,
        texts.revealOrErased(transaction.get(LEDGER_TRANSACTION.MEMO)),
        transaction.get(LEDGER_TRANSACTION.REVERSES),
        transaction.get(LEDGER_TRANSACTION.REVERSED_BY),
        position,
        transaction.get(LEDGER_TRANSACTION.AT));
  }

  /** One posting with its position. */
  private record StepRow(long position, int line, BalanceExplanation.Step step) {}

  @QueryHandler
  BalanceExplanation answer(ExplainBalance query) {
    AccountId account = AccountId.wallet(query.owner());
    AssetCode asset = query.asset();
    List<?> filter = List.of("explain", account, asset);
    Condition which = POSTING.ACCOUNT.eq(account).and(POSTING.ASSET.eq(asset));
    if (query.page().cursor() != null) {
      Cursor after = Cursor.read(query.page().cursor(), filter, 2);
      which = which.and(row(POSTING.POSITION, POSTING.LINE).gt(after.number(0), after.integer(1)));
    }
    Slice<StepRow> slice =
        Slice.of(
            sql.select(
                    POSTING.POSITION,
                    POSTING.LINE,
                    POSTING.TRANSACTION,
                    POSTING.REASON,
                    POSTING.UNITS,
                    POSTING.BALANCE_AFTER,
                    POSTING.AT)
                .from(POSTING)
                .where(which)
                .orderBy(POSTING.POSITION, POSTING.LINE)
                .limit(Slice.fetch(query.page().limit()))
                .fetch(
                    step ->
                        new StepRow(
                            step.value1(),
                            step.value2(),
                            new BalanceExplanation.Step(
                                step.value1(),
                                step.value3(),
                                step.value4(),
                                decimals.of(asset, step.value5()),
                                decimals.of(asset, step.value6()),
                                step.value7()))),
            query.page().limit());
    return new BalanceExplanation(
        asset,
        decimals.of(asset, posted(account, asset)),
        slice.items(StepRow::step),
        slice.next(last -> Cursor.write(filter, last.position(), last.line())));
  }

  private BigInteger posted(AccountId account, AssetCode asset) {
    return sql.select(ACCOUNT_BALANCE.POSTED)
        .from(ACCOUNT_BALANCE)
        .where(ACCOUNT_BALANCE.ACCOUNT.eq(account), ACCOUNT_BALANCE.ASSET.eq(asset))
        .fetchOptional(ACCOUNT_BALANCE.POSTED)
        .orElse(BigInteger.ZERO);
  }
}
