package io.playledger.verification.reputation;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.market.MarketPart;
import io.playledger.verification.market.MarketRecord;
import java.util.List;

/** The sides of a completed trade review each other. */
public final class ReputationPart implements DayPart {

  private final MarketRecord trades;

  public ReputationPart(DayStage stage, MarketPart market) {
    this.trades = market.record();
    market.whenOver(new ReviewScript(stage)::play);
  }

  @Override
  public List<DayCheck> checks() {
    return List.of(new ReviewsCheck(trades));
  }
}
