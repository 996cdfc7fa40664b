package io.playledger.verification.market;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What happened on the market, as the client knows it; the checks of the report read it. */
public final class MarketRecord {

  private final Map<Integer, TradeRecord> trades = new ConcurrentSkipListMap<>();
  private final Map<String, String> expiringListings = new ConcurrentHashMap<>();
  private final Map<String, ItemPlan> openListings = new ConcurrentHashMap<>();
  private final AtomicInteger itemsOffered = new AtomicInteger();
  private final AtomicInteger tradesDue = new AtomicInteger();

  /** The item's script was begun. */
  void offered(ItemPlan item) {
    itemsOffered.incrementAndGet();
    tradesDue.addAndGet(item.trades().size());
  }

  /** Items whose scripts were begun. */
  public int itemsOffered() {
    return itemsOffered.get();
  }

  /** Trades planned on the items whose scripts were begun. */
  public int tradesDue() {
    return tradesDue.get();
  }

  TradeRecord begin(ItemPlan item, TradePlan plan) {
    TradeRecord trade = new TradeRecord(item, plan);
    trades.put(plan.number(), trade);
    return trade;
  }

  /** By number; those whose script came that far. */
  public List<TradeRecord> trades() {
    return List.copyOf(trades.values());
  }

  void expiring(String listing, String step) {
    expiringListings.put(listing, step);
  }

  /** Listings whose time ends within the day, with the step that made them. */
  public Map<String, String> expiringListings() {
    return Map.copyOf(expiringListings);
  }

  void onSale(String listing, ItemPlan item) {
    openListings.put(listing, item);
  }

  /** Listings left on sale at the end of the day. */
  public Map<String, ItemPlan> openListings() {
    return Map.copyOf(openListings);
  }
}
