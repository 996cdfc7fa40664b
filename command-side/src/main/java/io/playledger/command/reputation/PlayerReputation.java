package io.playledger.command.reputation;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.reputation.ReputationAction;
import io.playledger.api.reputation.ReputationChanged;
import io.playledger.api.reputation.ReputationRejection;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.aggregate.Root;
import java.time.Instant;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** A player's reputation. */
public class PlayerReputation implements Root {

  @AggregateIdentifier private @Nullable String id;
  private int score;

  /** Required by Axon. */
  protected PlayerReputation() {}

  /**
   * Every player has a reputation, which starts at zero: it is never missing and never exists
   * already.
   */
  public static Aggregate<PlayerReputation> of(
      PlayerId player, Repository<PlayerReputation> repository) {
    return Aggregates.existingOrBlank(repository, PlayerReputation::new, idOf(player));
  }

  private static String idOf(PlayerId player) {
    return "reputation-" + player;
  }

  @Override
  public boolean exists() {
    return id != null;
  }

  /** Rejects with REPUTATION_OUT_OF_RANGE if the reputation cannot change that far. */
  public void checkMove(int delta) {
    long moved = (long) score + delta;
    if (moved > Integer.MAX_VALUE || moved < Integer.MIN_VALUE) {
      throw new CommandRejected(ReputationRejection.REPUTATION_OUT_OF_RANGE);
    }
  }

  /**
   * Applies the effect of a trade review, which {@link #checkMove} allowed.
   *
   * @param points not 0, by {@link TradeReviewPolicy}
   * @param trade the reviewed trade
   */
  public void moveByReview(PlayerId player, int points, String trade, Instant at) {
    apply(
        new ReputationChanged(
            player,
            ReputationAction.TRADE_REVIEWED,
            points,
            score + points,
            TradeReviewPolicy.VERSION,
            trade,
            null,
            at));
  }

  @EventSourcingHandler
  void on(ReputationChanged event) {
    id = idOf(event.player());
    score = event.score();
  }
}
