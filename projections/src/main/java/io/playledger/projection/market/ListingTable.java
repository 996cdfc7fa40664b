package io.playledger.projection.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;

import io.playledger.api.PersonalTexts;
import io.playledger.api.market.ListingCreated;
import io.playledger.api.market.ListingEdited;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingStatus;
import io.playledger.projection.TableBatch;
import java.time.Instant;
import org.jooq.DSLContext;

/**
 * What a batch does to listings. What the seller says of them is revealed, since others search in
 * it.
 */
final class ListingTable {

  private final TableBatch<ListingId> listings = new TableBatch<>(LISTING, LISTING.ID);
  private final PersonalTexts texts;

  ListingTable(PersonalTexts texts) {
    this.texts = texts;
  }

  void create(ListingCreated event, long position) {
    listings
        .insert(event.listing())
        .set(LISTING.SELLER, event.seller())
        .set(LISTING.GAME_ID, event.gameId())
        .set(LISTING.ITEM_NAME, texts.revealOrErased(event.itemName()))
        .set(LISTING.DESCRIPTION, texts.revealOrErased(event.description()))
        .set(LISTING.ASSET, event.price().asset())
        .set(LISTING.PRICE_UNITS, event.price().units())
        .set(LISTING.STATUS, ListingStatus.ACTIVE)
        .set(LISTING.VERSION, 1L)
        .set(LISTING.CREATED_AT, event.at())
        .set(LISTING.UPDATED_AT, event.at())
        .set(LISTING.EXPIRES_AT, event.expiresAt())
        .set(LISTING.POSITION, position);
  }

  void edit(ListingEdited event) {
    listings
        .update(event.listing())
        .set(LISTING.ITEM_NAME, texts.revealOrErased(event.itemName()))
        .set(LISTING.DESCRIPTION, texts.revealOrErased(event.description()))
        .set(LISTING.ASSET, event.price().asset())
        .set(LISTING.PRICE_UNITS, event.price().units())
        .set(LISTING.VERSION, event.version())
        .set(LISTING.UPDATED_AT, event.at());
  }

  void turn(ListingId listing, ListingStatus status, Instant at) {
    listings.update(listing).set(LISTING.STATUS, status).set(LISTING.UPDATED_AT, at);
  }

  void writeTo(DSLContext sql) {
    listings.writeTo(sql);
  }
}
