package io.playledger.verification.market;

import io.playledger.verification.books.Currency;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiReply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A player looks around: searches, compares prices, reads own trades. */
final class BrowseScript {

  private static final List<String> WORDS =
      List.of("greatsword", "amulet", "obsidian", "gilded cloak", "lantren", "spelbook");
  private static final int PAGES_MAX = 5;

  private final DayStage stage;

  BrowseScript(DayStage stage) {
    this.stage = stage;
  }

  void play(Actor visitor, int visit) {
    String words = URLEncoder.encode(WORDS.get(visit % WORDS.size()), StandardCharsets.UTF_8);
    stage.desk().read(visitor, "listing.search", "/listings?limit=20&q=" + words);
    byPrice(visitor, Currency.values()[visit % Currency.values().length]);
    stage.desk().read(visitor, "trades.read", "/trades?limit=20");
  }

  /** Prices rise within and across pages. */
  private void byPrice(Actor who, Currency currency) {
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
}
