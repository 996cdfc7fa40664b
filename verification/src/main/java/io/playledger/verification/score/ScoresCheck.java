package io.playledger.verification.score;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The board shows what the client reckons. Other runs may be on the same board, so the client holds
 * its own players against it: exact scores, nobody missing above the last place, order by score,
 * then who was first, then id.
 */
final class ScoresCheck implements DayCheck {

  private final Map<Integer, Long> totals;

  /**
   * @param totals acknowledged points by player number
   */
  ScoresCheck(Map<Integer, Long> totals) {
    this.totals = totals;
  }

  @Override
  public String title() {
    return "Top 10";
  }

  @Override
  public List<String> run(DayStage stage) {
    List<Actor> players = stage.players();
    Map<String, Long> own = new HashMap<>();
    totals.forEach((number, score) -> own.put(players.get(number).playerId(), score));
    List<Place> board = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    JsonNode top =
        stage
            .desk()
            .read(stage.admin(), "leaderboard.read", "/leaderboard", stage.seen())
            .data()
            .path("leaderboard");
    for (JsonNode entry : top) {
      Place place = Place.of(entry);
      board.add(place);
      lines.add("%2d. %-24s %8d".formatted(place.rank, place.username, place.score));
    }
    compare(stage, own, board);
    ranks(stage, own);
    return lines;
  }

  private record Place(long rank, String player, String username, long score, Instant reachedAt) {

    static Place of(JsonNode entry) {
      return new Place(
          entry.path("rank").asLong(-1),
          entry.path("playerId").asString(""),
          entry.path("username").asString(""),
          entry.path("score").asLong(-1),
          Instant.parse(entry.path("reachedAt").asString("")));
    }

    boolean before(Place other) {
      if (score != other.score) {
        return score > other.score;
      }
      int time = reachedAt.compareTo(other.reachedAt);
      return time != 0 ? time < 0 : player.compareTo(other.player) < 0;
    }
  }

  private static void compare(DayStage stage, Map<String, Long> own, List<Place> board) {
    for (int place = 0; place < board.size(); place++) {
      Place here = board.get(place);
      boolean inOrder = place == 0 || board.get(place - 1).before(here);
      boolean scoreRight = own.getOrDefault(here.player, here.score) == here.score;
      if (!inOrder || !scoreRight || here.rank != place + 1) {
        stage.findings().add("ranking differs", here.toString());
      }
    }
    long last = board.isEmpty() ? 0 : board.getLast().score;
    int expected = Math.min(10, own.size());
    if (board.size() < expected) {
      stage.findings().add("ranking differs", board.size() + " places shown, not " + expected);
    }
    own.forEach(
        (player, score) -> {
          if (score > last && board.stream().noneMatch(place -> place.player.equals(player))) {
            stage.findings().add("ranking differs", player + " is missing with " + score);
          }
        });
  }

  /** Each player's own place shows the score that the client reckons. */
  private static void ranks(DayStage stage, Map<String, Long> own) {
    for (Actor player : stage.players()) {
      Long score = own.get(player.playerId());
      if (score == null) {
        continue;
      }
      JsonNode mine = stage.desk().read(player, "scores.me", "/scores/me", stage.seen()).data();
      if (mine.path("score").asLong(-1) != score) {
        stage
            .findings()
            .add("score differs", player.username() + " should have " + score + ": " + mine);
      }
    }
  }
}
