package io.playledger.query.market;

import static io.playledger.query.Day.ADA;
import static io.playledger.query.Day.USD;
import static io.playledger.query.Day.at;
import static io.playledger.query.Day.id;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.Amount;
import io.playledger.api.ledger.AssetCode;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.query.ListingSort;
import io.playledger.api.market.query.SearchListings;
import io.playledger.query.ReadTables;

/** Listings and searches, each made from a plain one by saying what is different. */
final class Stall {

  private Stall() {}

  static ListingId listing(long number) {
    return new ListingId(id(number));
  }

  /** Ada's, for 1.00 USD, in the game {@code rpg}. */
  static ListingCreated listed(ReadTables tables, long number, String name, String description) {
    return listed(tables, number, ADA, "rpg", name, description, new Amount(USD, 100));
  }

  static ListingCreated listed(
      ReadTables tables,
      long number,
      PlayerId seller,
      String game,
      String name,
      String description,
      Amount price) {
    return new ListingCreated(
        listing(number),
        seller,
        game,
        tables.says(seller, name),
        tables.says(seller, description),
        price,
        at(10_000 - number),
        at(number));
  }

  /** A search to change. */
  record Search(
      String text,
      String game,
      AssetCode asset,
      Long priceMin,
      Long priceMax,
      PlayerId seller,
      ListingStatus status,
      ListingSort sort) {

    static Search all() {
      return new Search(null, null, null, null, null, null, null, null);
    }

    static Search text(String text) {
      return new Search(text, null, null, null, null, null, null, null);
    }

    Search in(String wanted) {
      return new Search(text, wanted, asset, priceMin, priceMax, seller, status, sort);
    }

    Search priced(AssetCode wanted, Long min, Long max) {
      return new Search(text, game, wanted, min, max, seller, status, sort);
    }

    Search by(PlayerId wanted) {
      return new Search(text, game, asset, priceMin, priceMax, wanted, status, sort);
    }

    Search being(ListingStatus wanted) {
      return new Search(text, game, asset, priceMin, priceMax, seller, wanted, sort);
    }

    Search sorted(ListingSort wanted) {
      return new Search(text, game, asset, priceMin, priceMax, seller, status, wanted);
    }

    SearchListings page(int page, int limit) {
      return new SearchListings(
          text, game, asset, priceMin, priceMax, seller, status, sort, null, page, limit);
    }

    SearchListings after(String cursor, int limit) {
      return new SearchListings(
          text, game, asset, priceMin, priceMax, seller, status, sort, cursor, 1, limit);
    }
  }
}
