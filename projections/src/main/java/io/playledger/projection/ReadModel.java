package io.playledger.projection;

import io.playledger.api.PersonalTexts;
import io.playledger.projection.escrow.EscrowProjection;
import io.playledger.projection.feed.FeedProjection;
import io.playledger.projection.identity.IdentityProjection;
import io.playledger.projection.ledger.LedgerProjection;
import io.playledger.projection.market.MarketProjection;
import io.playledger.projection.reputation.ReputationProjection;
import io.playledger.projection.score.ScoreProjection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.conf.Settings;

/**
 * The read tables as a whole: where they are and who writes them. A running server wires the same
 * handlers one by one, since the runtime finds them by their annotation.
 */
public final class ReadModel {

  /** Where the migrations of the read tables are on the class path, for Flyway. */
  public static final String MIGRATIONS = "classpath:db/read-model";

  /** The schema of the live read tables; the extensions stay in {@code public}. */
  public static final String SCHEMA = "read_model";

  private ReadModel() {}

  /**
   * The handlers, which may work for live tables and a rebuild at once.
   *
   * @param sql takes part in the transaction of the thread, whose {@code search_path} names the
   *     tables; with {@link #settings()}
   */
  public static List<Object> projections(DSLContext sql, PersonalTexts texts) {
    return List.of(
        new IdentityProjection(sql, texts),
        new LedgerProjection(sql),
        new MarketProjection(sql, texts),
        new EscrowProjection(sql),
        new ReputationProjection(sql),
        new ScoreProjection(sql),
        new FeedProjection(sql));
  }

  /** What every {@link DSLContext} on read tables needs: names without a schema. */
  public static Settings settings() {
    return new Settings().withRenderSchema(false);
  }
}
