package io.playledger.verification.day;

import io.playledger.verification.http.ApiReply;
import io.playledger.verification.http.Session;
import io.playledger.verification.plan.Currency;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A player looks around: searches, prices, own history, feed, ranking. */
final class BrowseScript {

  private static final List<String> WORDS =
      List.of("greatsword", "amulet", "obsidian", "gilded cloak", "lantren", "spelbook");
  private static final int PAGES_MAX = 5;

  private final Stage stage;

  BrowseScript(Stage stage) {
    this.stage = stage;
  }

  void play(int visit, int player) {
    Session who = stage.player(player);
    String words = URLEncoder.encode(WORDS.get(visit % WORDS.size()), StandardCharsets.UTF_8);
    stage.desk().read(who, "listing.search", "/listings?limit=20&q=" + words);
    byPrice(who, Currency.values()[visit % Currency.values().length]);
    newestFirst(who, "feed.read", "/feed?limit=50");
    newestFirst(who, "transactions.read", "/wallet/transactions?limit=50");
    stage.desk().read(who, "trades.read", "/trades?limit=20");
    stage.desk().read(who, "leaderboard.read", "/leaderboard");
  }

  /** Prices rise within and across pages. */
  private void byPrice(Session who, Currency currency) {
    String path = "/listings?limit=10&sort=PRICE_ASCENDING&asset=" + currency;
    List<Long> prices = new ArrayList<>();
    String cursor = "";
    for (int page = 0; page < PAGES_MAX; page++) {
      String next =
          cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
      ApiReply reply = stage.desk().read(who, "listing.search", path + next);
      for (JsonNode listing : reply.data()) {
        prices.add(currency.units(listing.path("price").asString("0")));
      }
      cursor = reply.json().path("pagination").path("nextCursor").asString("");
      if (cursor.isEmpty()) {
        break;
      }
    }
    if (!prices.equals(prices.stream().sorted().toList())) {
      stage.findings().add("search not sorted", path + ": " + prices);
    }
  }

  private void newestFirst(Session who, String kind, String path) {
    long before = Long.MAX_VALUE;
    for (JsonNode entry : stage.desk().read(who, kind, path).data()) {
      long position = entry.path("position").asLong(-1);
      if (position < 0 || position > before) {
        stage.findings().add("list not newest first", path + ": " + entry);
        return;
      }
      before = position;
    }
  }
}
