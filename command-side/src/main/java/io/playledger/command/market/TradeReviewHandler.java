package io.playledger.command.market;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.command.ReviewTrade;
import io.playledger.api.market.command.TradeReceipt;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.reputation.PlayerReputation;
import io.playledger.command.reputation.TradeReviewPolicy;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Records a review and changes the reputation of the reviewed player in one append. */
public final class TradeReviewHandler {

  private final Aggregates<Trade> trades;
  private final Repository<PlayerReputation> reputations;

  public TradeReviewHandler(Repository<Trade> trades, Repository<PlayerReputation> reputations) {
    this.trades = Trade.in(trades);
    this.reputations = reputations;
  }

  @CommandHandler
  TradeReceipt handle(ReviewTrade command) {
    MarketRules.ratingInRange(command.rating());
    Aggregate<Trade> trade = trades.existing(command.trade().aggregateId());
    PlayerId reviewed = trade.invoke(root -> root.checkReview(command.by()));
    int points = TradeReviewPolicy.points(command.rating());
    if (points == 0) {
      return trade.invoke(root -> root.review(command, reviewed));
    }
    Aggregate<PlayerReputation> reputation = PlayerReputation.of(reviewed, reputations);
    reputation.execute(root -> root.checkMove(points));

    TradeReceipt receipt = trade.invoke(root -> root.review(command, reviewed));
    reputation.execute(
        root -> root.moveByReview(reviewed, points, command.trade().toString(), command.at()));
    return receipt;
  }
}
