package io.playledger.query.ledger;

import static io.playledger.projection.jooq.tables.AccountBalance.ACCOUNT_BALANCE;
import static io.playledger.projection.jooq.tables.Asset.ASSET;
import static io.playledger.projection.jooq.tables.Hold.HOLD;
import static io.playledger.projection.jooq.tables.LedgerTransaction.LEDGER_TRANSACTION;
import static io.playledger.projection.jooq.tables.Posting.POSTING;
import static io.playledger.projection.jooq.tables.Wallet.WALLET;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.query.QueryContext;
import io.playledger.query.QueryTools;
import io.playledger.query.ReadTable;
import java.util.List;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** The ledger's part of the query side. */
public final class LedgerQueries implements QueryContext {

  private final QueryTools tools;

  public LedgerQueries(QueryTools tools) {
    this.tools = tools;
  }

  @Override
  public List<Object> handlers() {
    return List.of(
        new WalletQueries(tools),
        new TransactionQueries(tools),
        new HoldQueries(tools),
        new TrialBalanceQueries(tools));
  }

  @Override
  public List<ReadTable> tables() {
    return List.of(
        new ReadTable.OfNobody(ASSET),
        ReadTable.ofPersons(WALLET, WALLET.OWNER),
        new ReadTable.OfPersons(
            ACCOUNT_BALANCE, person -> ACCOUNT_BALANCE.ACCOUNT.eq(AccountId.wallet(person))),
        new ReadTable.OfPersons(POSTING, LedgerQueries::posted),
        new ReadTable.OfPersons(
            LEDGER_TRANSACTION,
            person ->
                LEDGER_TRANSACTION.ID.in(
                    DSL.select(POSTING.TRANSACTION).from(POSTING).where(posted(person)))),
        ReadTable.ofPersons(HOLD, HOLD.OWNER, HOLD.PAYEE));
  }

  private static Condition posted(PlayerId person) {
    return POSTING.ACCOUNT.eq(AccountId.wallet(person));
  }
}
