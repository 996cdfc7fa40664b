package io.playledger.verification.feed;

import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;

/** The feed shows what happened, the newest first. */
public final class FeedPart implements DayPart {

  private final DayStage stage;

  public FeedPart(DayStage stage) {
    this.stage = stage;
  }

  @Override
  public void visit(Actor visitor, int visit) {
    stage.desk().readNewestFirst(visitor, "feed.read", "/feed?limit=50");
  }
}
