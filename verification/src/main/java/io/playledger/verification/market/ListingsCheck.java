package io.playledger.verification.market;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayStage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What should be on sale is found, typos and all, and what should have expired has. */
final class ListingsCheck implements DayCheck {

  private static final Duration EXPIRY_MAX = Duration.ofSeconds(60);
  private static final int SEARCHES_MAX = 20;

  private final MarketRecord record;

  ListingsCheck(MarketRecord record) {
    this.record = record;
  }

  @Override
  public String title() {
    return "Listings";
  }

  @Override
  public List<String> run(DayStage stage) {
    int expired = 0;
    for (Map.Entry<String, String> listing : record.expiringListings().entrySet()) {
      JsonNode view =
          stage
              .watch()
              .until(
                  stage.admin(),
                  "listing.read",
                  "/listings/" + listing.getKey(),
                  seen -> "EXPIRED".equals(seen.path("status").asString("")),
                  EXPIRY_MAX);
      if ("EXPIRED".equals(view.path("status").asString(""))) {
        expired++;
      } else {
        stage.findings().add("listing not expired", listing.getValue() + ": " + view);
      }
    }
    int searched = 0;
    for (Map.Entry<String, ItemPlan> listing : record.openListings().entrySet()) {
      if (searched++ < SEARCHES_MAX) {
        find(stage, listing.getKey(), listing.getValue());
      }
    }
    return List.of(
        expired
            + " expired in time, "
            + Math.min(searched, SEARCHES_MAX)
            + " found by words, typos and seller");
  }

  private static void find(DayStage stage, String listing, ItemPlan item) {
    String seller = "&seller=" + stage.player(item.seller()).playerId();
    String words = item.name().substring(0, item.name().indexOf(" no "));
    String typo = words.substring(0, 3) + words.substring(4);
    for (String text : List.of(words, typo)) {
      String path =
          "/listings?limit=100&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + seller;
      JsonNode found =
          stage.desk().read(stage.admin(), "listing.search", path, stage.seen()).data();
      boolean there = false;
      for (JsonNode one : found) {
        there |= listing.equals(one.path("id").asString(""));
      }
      if (!there) {
        stage.findings().add("listing not found", path + " does not show " + item.name());
      }
    }
  }
}
