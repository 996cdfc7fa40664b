package io.playledger.verification.day;

import io.playledger.verification.books.ClientLedger;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.measure.Findings;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all scripts and checks of one market day share.
 *
 * @param seed all plans follow from it and from the size
 * @param client for logins; everything else goes through the desk
 * @param repeated whether this run was played before, so that the day moves nothing anew
 * @param players by player number
 * @param moderators players who hold that role too
 * @param books what each account must hold, as the acknowledged commands say
 */
public record DayStage(
    long seed,
    DaySize size,
    ApiClient client,
    Desk desk,
    Watch watch,
    boolean repeated,
    Actor admin,
    List<Actor> players,
    List<Actor> moderators,
    ClientLedger books,
    Findings findings,
    Progress progress) {

  public Actor player(int number) {
    return players.get(number);
  }

  /** Distributes cases evenly. */
  public Actor moderatorFor(int trade) {
    return moderators.get(trade % moderators.size());
  }

  /** The newest position that any actor has seen. Every check reads at least up to it. */
  public long seen() {
    return Stream.concat(Stream.of(admin), Stream.concat(players.stream(), moderators.stream()))
        .mapToLong(Actor::seen)
        .max()
        .orElse(0);
  }

  /** The name of a player's account in the client's books. */
  public static String account(int player) {
    return "player-" + player;
  }

  /** The prefix of a player's steps. */
  public static String step(int player) {
    return "player-" + player;
  }
}
