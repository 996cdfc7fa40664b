package io.playledger.verification.day;

import io.playledger.verification.http.Session;
import io.playledger.verification.measure.Findings;
import io.playledger.verification.plan.DayPlan;
import java.util.List;

/**
 * What all scripts share.
 *
 * @param players by player number
 * @param repeated whether this run was played before, so that the day moves nothing anew
 * @param moderators players who hold that role too
 */
public record Stage(
    DayPlan plan,
    Desk desk,
    Watch watch,
    boolean repeated,
    Session admin,
    List<Session> players,
    List<Session> moderators,
    DayRecord record,
    Findings findings,
    Progress progress) {

  public Session player(int number) {
    return players.get(number);
  }

  /** Cases are dealt out evenly. */
  Session moderatorFor(int trade) {
    return moderators.get(trade % moderators.size());
  }

  /** The name of a player's account in the client's books. */
  public static String account(int player) {
    return "player-" + player;
  }
}
