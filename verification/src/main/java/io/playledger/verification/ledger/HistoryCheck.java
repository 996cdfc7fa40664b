package io.playledger.verification.ledger;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import io.playledger.verification.ledger.CreditScript.FirstCredit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Balances can be explained posting by posting, and read as of an earlier position. */
final class HistoryCheck implements DayCheck {

  private static final int PLAYERS_MAX = 20;
  private static final int PAGES_MAX = 200;

  private final Map<Integer, FirstCredit> firstCredits;

  /**
   * @param firstCredits by player number
   */
  HistoryCheck(Map<Integer, FirstCredit> firstCredits) {
    this.firstCredits = firstCredits;
  }

  @Override
  public String title() {
    return "History";
  }

  @Override
  public List<String> run(DayStage stage) {
    List<Actor> players = stage.players();
    int sample = Math.min(PLAYERS_MAX, players.size());
    long postings = 0;
    for (int number = 0; number < sample; number++) {
      postings += explain(stage, number, players.get(number));
      asOf(stage, number, players.get(number));
    }
    return List.of(
        sample
            + " wallets explained by "
            + postings
            + " postings, and read as of their first credit");
  }

  private static long explain(DayStage stage, int number, Actor player) {
    long balance = 0;
    long postings = 0;
    String cursor = "";
    for (int page = 0; page < PAGES_MAX; page++) {
      ApiReply reply =
          stage
              .desk()
              .read(player, "wallet.explain", "/wallet/explain?asset=USD&limit=100" + cursor);
      for (JsonNode step : reply.data().path("steps")) {
        balance = Math.addExact(balance, Currency.USD.units(step.path("amount").asString("0")));
        postings++;
        if (Currency.USD.units(step.path("balance").asString("0")) != balance) {
          stage.findings().add("history does not add up", player.username() + ": " + step);
          return postings;
        }
      }
      String next = reply.json().path("pagination").path("nextCursor").asString("");
      if (next.isEmpty()) {
        break;
      }
      cursor = "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    long expected = stage.books().balance(DayStage.account(number), Currency.USD);
    if (balance != expected) {
      stage
          .findings()
          .add(
              "history does not add up",
              player.username() + ": postings sum to " + balance + ", not " + expected);
    }
    return postings;
  }

  private void asOf(DayStage stage, int number, Actor player) {
    FirstCredit first = firstCredits.get(number);
    if (first == null) {
      return;
    }
    String path = "/wallet/balance?asset=" + first.currency() + "&asOf=" + first.position();
    JsonNode balance = stage.desk().read(player, "wallet.as-of", path).data();
    if (first.currency().units(balance.path("posted").asString("0")) != first.units()) {
      stage
          .findings()
          .add("as-of read differs", player.username() + ": " + first + " but " + balance);
    }
  }
}
