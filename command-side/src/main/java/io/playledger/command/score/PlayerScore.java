package io.playledger.command.score;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.playledger.api.CommandRejected;
import io.playledger.api.score.IncrementScore;
import io.playledger.api.score.ScoreIncremented;
import io.playledger.api.score.ScoreReceipt;
import io.playledger.api.score.ScoreRejection;
import io.playledger.command.aggregate.Root;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** A player's totals, by board. */
public class PlayerScore implements Root {

  @AggregateIdentifier private @Nullable String id;
  private Map<String, Long> totals = new TreeMap<>();

  /** Required by Axon. */
  protected PlayerScore() {}

  @Override
  public boolean exists() {
    return id != null;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  ScoreReceipt handle(IncrementScore command) {
    if (command.delta() < 1 || command.delta() > IncrementScore.DELTA_MAX) {
      throw new CommandRejected(ScoreRejection.DELTA_OUT_OF_RANGE);
    }
    long before = totals.getOrDefault(command.board().value(), 0L);
    if (before > Long.MAX_VALUE - command.delta()) {
      throw new CommandRejected(ScoreRejection.SCORE_OVERFLOW);
    }
    long total = before + command.delta();
    apply(
        new ScoreIncremented(
            command.player(), command.board(), command.delta(), total, command.at()));
    return new ScoreReceipt(command.board(), command.delta(), total);
  }

  @EventSourcingHandler
  void on(ScoreIncremented event) {
    id = "score-" + event.player();
    totals.put(event.board().value(), event.total());
  }
}
