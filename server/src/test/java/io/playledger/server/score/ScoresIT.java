package io.playledger.server.score;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Scores and boards; every test has a board of its own. */
class ScoresIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();
  private final String board = "board-" + UUID.randomUUID().toString().substring(24);

  @Test
  void scoresAreSummedAndReadBack() {
    TestPlayer player = SERVER.newPlayer();

    add(player, 40);
    HttpTestClient.Reply second = add(player, 2);

    assertThat(second.data().path("board").asString()).isEqualTo(board);
    assertThat(second.data().path("delta").asLong()).isEqualTo(2);
    assertThat(second.data().path("total").asLong()).isEqualTo(42);
    HttpTestClient.Reply mine =
        http.get("/scores/me?board=" + board).as(player).after(second).send();
    assertThat(mine.data().path("rank").asLong()).isEqualTo(1);
    assertThat(mine.data().path("score").asLong()).isEqualTo(42);
    assertThat(mine.data().path("username").asString()).isEqualTo(player.username());
  }

  @Test
  void repeatedScoreCountsOnce() {
    TestPlayer player = SERVER.newPlayer();
    UUID key = UUID.randomUUID();
    HttpTestClient.Reply first = update(body(player.id(), "7"), key);
    HttpTestClient.Reply again = update(body(player.id(), "7"), key);

    assertThat(again.replayed()).isTrue();
    assertThat(again.data()).isEqualTo(first.data());
    assertThat(add(player, 1).data().path("total").asLong()).isEqualTo(8);
  }

  @Test
  void boardIsRankedByScoreAndThenByWhoReachedItFirst() {
    TestPlayer late = SERVER.newPlayer();
    TestPlayer early = SERVER.newPlayer();
    TestPlayer best = SERVER.newPlayer();
    add(late, 10);
    HttpTestClient.Reply before = add(early, 50);
    add(late, 40);
    HttpTestClient.Reply last = add(best, 51);

    assertThat(players(http.get("/leaderboards/" + board).after(last).send()))
        .containsExactly(best.id(), early.id(), late.id());
    assertThat(players(http.get("/leaderboards/" + board + "?limit=2").send()))
        .containsExactly(best.id(), early.id());
    assertThat(players(http.get("/leaderboards/" + board + "?asOf=" + before.position()).send()))
        .containsExactly(early.id(), late.id());
    HttpTestClient.Reply mine = http.get("/scores/me?board=" + board).as(late).send();
    assertThat(mine.data().path("rank").asLong()).isEqualTo(3);
  }

  @Test
  void globalTopHasTenEntries() {
    HttpTestClient.Reply added = null;
    for (int i = 0; i < 11; i++) {
      added =
          update(
              "{\"playerId\":\"" + SERVER.newPlayer().id() + "\",\"delta\":1}", UUID.randomUUID());
    }
    HttpTestClient.Reply top = http.get("/leaderboard").after(added).send();

    assertThat(added.data().path("board").asString()).isEqualTo("global");
    assertThat(top.data().path("board").asString()).isEqualTo("global");
    assertThat(players(top)).hasSize(10);
    assertThat(top.data().path("leaderboard").get(0).path("rank").asLong()).isEqualTo(1);
  }

  @Test
  void scoreHistoryIsReadInPages() {
    TestPlayer player = SERVER.newPlayer();
    add(player, 1);
    add(player, 2);
    HttpTestClient.Reply last = add(player, 3);
    String path = "/scores/history?limit=2&board=" + board;

    HttpTestClient.Reply first = http.get(path).as(player).after(last).send();
    String cursor = first.json().path("pagination").path("nextCursor").asString();
    HttpTestClient.Reply second = http.get(path + "&cursor=" + cursor).as(player).send();

    assertThat(deltas(first)).containsExactly(3L, 2L);
    assertThat(deltas(second)).containsExactly(1L);
    assertThat(second.json().path("pagination").path("hasNext").asBoolean(true)).isFalse();
    assertProblem(
        http.get(path + "&cursor=" + cursor).as(SERVER.admin()).send(), 400, "INVALID_CURSOR");
  }

  @Test
  void placeWithoutAScoreIsNotFound() {
    assertProblem(
        http.get("/scores/me?board=" + board).as(SERVER.newPlayer()).send(), 404, "NOT_FOUND");
    assertThat(players(http.get("/leaderboards/" + board).send())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 422, DELTA_OUT_OF_RANGE",
    "-5, 422, DELTA_OUT_OF_RANGE",
    "1000000001, 422, DELTA_OUT_OF_RANGE",
    "1.5, 400, VALIDATION_FAILED",
    "99999999999999999999, 400, VALIDATION_FAILED",
    "null, 400, VALIDATION_FAILED",
    "'\"5\"', 400, VALIDATION_FAILED",
    "true, 400, VALIDATION_FAILED"
  })
  void invalidScoresAreRejected(String delta, int status, String code) {
    TestPlayer player = SERVER.newPlayer();

    assertProblem(update(body(player.id(), delta), UUID.randomUUID()), status, code);
    assertThat(add(player, 3).data().path("total").asLong()).isEqualTo(3);
  }

  @Test
  void scoresForAnUnknownPlayerOrBoardAreRejected() {
    String nobody = UUID.randomUUID().toString();

    assertProblem(update(body(nobody, "5"), UUID.randomUUID()), 404, "PLAYER_NOT_FOUND");
    assertInvalid(update(body("me", "5"), UUID.randomUUID()), "playerId");
    assertInvalid(http.get("/leaderboards/No_Board").send(), "board");
    assertInvalid(http.get("/leaderboards/x?asOf=yesterday").send(), "asOf");
  }

  private HttpTestClient.Reply add(TestPlayer player, long delta) {
    HttpTestClient.Reply reply = update(body(player.id(), Long.toString(delta)), UUID.randomUUID());
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply;
  }

  private HttpTestClient.Reply update(String body, UUID key) {
    return http.post("/scores/update", body).as(SERVER.admin()).keyed(key).send();
  }

  private String body(String player, String delta) {
    return "{\"playerId\":\"%s\",\"delta\":%s,\"board\":\"%s\"}".formatted(player, delta, board);
  }

  private static List<String> players(HttpTestClient.Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
    return reply
        .data()
        .path("leaderboard")
        .valueStream()
        .map(entry -> entry.path("playerId").asString())
        .toList();
  }

  private static List<Long> deltas(HttpTestClient.Reply reply) {
    return reply
        .data()
        .valueStream()
        .map((JsonNode entry) -> entry.path("delta").asLong())
        .toList();
  }
}
