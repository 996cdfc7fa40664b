package io.playledger.projection.market;

import static io.playledger.projection.jooq.tables.Listing.LISTING;

import io.playledger.api.PersonalTexts;
import io.playledger.api.market.ListingCreated;
import io.playledger.api.market.ListingEdited;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingStatus;
import io.playledger.projection.MissingRowException;
import java.time.Instant;
import org.jooq.DSLContext;

/** Rows of listings. What the seller says of them is revealed, since others search in it. */
final class ListingTable {

  private final DSLContext sql;
  private final PersonalTexts texts;

  ListingTable(DSLContext sql, PersonalTexts texts) {
    this.sql = sql;
    this.texts = texts;
  }

  void create(ListingCreated event, long position) {
    sql.insertInto(LISTING)
        .set(LISTING.ID, event.listing())
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
        .set(LISTING.POSITION, position)
        .execute();
  }

  void edit(ListingEdited event) {
    int rows =
        sql.update(LISTING)
            .set(LISTING.ITEM_NAME, texts.revealOrErased(event.itemName()))
            .set(LISTING.DESCRIPTION, texts.revealOrErased(event.description()))
            .set(LISTING.ASSET, event.price().asset())
            .set(LISTING.PRICE_UNITS, event.price().units())
            .set(LISTING.VERSION, event.version())
            .set(LISTING.UPDATED_AT, event.at())
            .where(LISTING.ID.eq(event.listing()))
            .execute();
    MissingRowException.unlessOne(rows, LISTING, event.listing());
  }

  void turn(ListingId listing, ListingStatus status, Instant at) {
    int rows =
        sql.update(LISTING)
            .set(LISTING.STATUS, status)
            .set(LISTING.UPDATED_AT, at)
            .where(LISTING.ID.eq(listing))
            .execute();
    MissingRowException.unlessOne(rows, LISTING, listing);
  }
}
