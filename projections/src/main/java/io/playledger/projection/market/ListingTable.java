package io.playledger.projection.market;

import static io.playledger.projection.jooq.tables.ErasedSeller.ERASED_SELLER;
import static io.playledger.projection.jooq.tables.Listing.LISTING;

import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.PlayerId;
import io.playledger.api.market.ListingId;
import io.playledger.api.market.ListingStatus;
import io.playledger.api.market.event.ListingCreated;
import io.playledger.api.market.event.ListingEdited;
import io.playledger.projection.MultiRow;
import io.playledger.projection.TableBatch;
import java.time.Instant;
import org.jooq.DSLContext;

/** Changes of a batch to listings. Their texts are decrypted because others search in them. */
final class ListingTable {

  private static final MultiRow WORDED = MultiRow.of(LISTING, LISTING.ID);
  private static final MultiRow ERASED = MultiRow.of(ERASED_SELLER, ERASED_SELLER.PLAYER);

  private static final String HUSH =
      """
      UPDATE "listing" AS t SET "item_name" = '%1$s',
        "description" = CASE WHEN t."description" IS NOT NULL THEN '%1$s' END
      """
          .formatted(PersonalTexts.ERASED);

  /** Removes the texts of sellers who were erased in this batch. */
  private static final String HUSH_ERASED =
      HUSH + " FROM " + ERASED.source() + " WHERE t.\"seller\" = v.\"player\"";

  /**
   * Removes the texts of this batch's listings whose sellers were erased before: a listing in
   * progress during the erasure comes later in the log, while the key can still be cached.
   */
  private static final String HUSH_LATE =
      HUSH
          + " FROM "
          + WORDED.source()
          + ", \"erased_seller\" AS e WHERE t.\"id\" = v.\"id\" AND e.\"player\" = t.\"seller\"";

  private final TableBatch<ListingId> listings = new TableBatch<>(LISTING, LISTING.ID);
  private final MultiRow.Rows worded = WORDED.rows();
  private final MultiRow.Rows erased = ERASED.rows();
  private final PersonalTexts texts;

  ListingTable(PersonalTexts texts) {
    this.texts = texts;
  }

  void create(ListingCreated event, long position) {
    worded.add(event.listing());
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
    worded.add(event.listing());
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

  void erase(PlayerId seller) {
    erased.add(seller);
  }

  void writeTo(DSLContext sql) {
    listings.writeTo(sql);
    erased.execute(sql, ERASED.insert());
    erased.execute(sql, HUSH_ERASED);
    worded.execute(sql, HUSH_LATE);
  }
}
