package io.playledger.verification.identity;

import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Actor;

/** Players and moderators register and log in. */
public final class IdentityPart implements DayPart {

  private final DayStage stage;
  private final Doors doors;

  public IdentityPart(DayStage stage) {
    this.stage = stage;
    this.doors = new Doors(stage.client(), stage.desk());
  }

  @Override
  public void arrive(int player) {
    doors.enter(stage.player(player), DayStage.step(player));
  }

  @Override
  public void open() {
    int number = 0;
    for (Actor moderator : stage.moderators()) {
      String step = "moderator-" + number++;
      doors.enter(moderator, step);
      doors.promote(stage.admin(), moderator, "moderator", step);
    }
  }

  @Override
  public void misuse(Troublemaker trouble) {
    new IdentityMisuse(trouble).play();
  }
}
