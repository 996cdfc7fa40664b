package io.playledger.verification.marketday;

import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.escrow.EscrowPart;
import io.playledger.verification.feed.FeedPart;
import io.playledger.verification.identity.IdentityPart;
import io.playledger.verification.ledger.LedgerPart;
import io.playledger.verification.market.MarketPart;
import io.playledger.verification.operations.OperationsPart;
import io.playledger.verification.reputation.ReputationPart;
import io.playledger.verification.score.ScorePart;
import java.util.List;

/**
 * The contexts that take part in the market day. A new context is a package of its own and one line
 * here.
 */
final class DayContexts {

  private DayContexts() {}

  /**
   * Arrivals and checks go in this order: players exist before their wallets are credited, and
   * outcomes are booked before wallets are compared. Replays come last.
   */
  static List<DayPart> of(DayStage stage) {
    MarketPart market = new MarketPart(stage);
    return List.of(
        new IdentityPart(stage),
        new EscrowPart(stage, market),
        new LedgerPart(stage),
        new ReputationPart(stage, market),
        market,
        new ScorePart(stage),
        new FeedPart(stage),
        new MalformedRequests(),
        new OperationsPart());
  }
}
