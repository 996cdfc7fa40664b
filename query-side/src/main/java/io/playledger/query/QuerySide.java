package io.playledger.query;

import io.playledger.api.PersonalTexts;
import io.playledger.query.escrow.CaseFileQueries;
import io.playledger.query.escrow.EscrowQueries;
import io.playledger.query.feed.FeedQueries;
import io.playledger.query.identity.IdentityQueries;
import io.playledger.query.ledger.HoldQueries;
import io.playledger.query.ledger.TransactionQueries;
import io.playledger.query.ledger.TrialBalanceQueries;
import io.playledger.query.ledger.WalletQueries;
import io.playledger.query.market.ListingQueries;
import io.playledger.query.market.TradeQueries;
import io.playledger.query.reputation.ReputationQueries;
import io.playledger.query.score.ScoreQueries;
import java.util.List;
import org.jooq.DSLContext;

/** Every object with {@code @QueryHandler} methods, for wiring in one place. */
public final class QuerySide {

  private QuerySide() {}

  /**
   * The handlers.
   *
   * @param sql reads the tables that the connection's {@code search_path} names; renders no schema
   */
  public static List<Object> handlers(DSLContext sql, PersonalTexts texts) {
    Decimals decimals = new Decimals(sql);
    EscrowQueries escrows = new EscrowQueries(sql, texts, decimals);
    return List.of(
        new IdentityQueries(sql),
        new WalletQueries(sql, decimals),
        new TransactionQueries(sql, texts, decimals),
        new HoldQueries(sql, texts, decimals),
        new TrialBalanceQueries(sql, decimals),
        new ListingQueries(sql, decimals),
        new TradeQueries(sql, texts, decimals),
        escrows,
        new CaseFileQueries(sql, decimals, escrows),
        new ReputationQueries(sql),
        new ScoreQueries(sql),
        new FeedQueries(sql, decimals));
  }
}
