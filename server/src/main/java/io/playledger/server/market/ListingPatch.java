package io.playledger.server.market;

import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;

/**
 * What the seller says anew of a listing; what is absent stays.
 *
 * @param itemName not blank
 * @param description empty to remove it
 * @param price decimal string
 */
record ListingPatch(
    @PlainText(max = ListingBody.ITEM_NAME_CHARS_MAX)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        String itemName,
    @PlainText(max = ListingBody.DESCRIPTION_CHARS_MAX) String description,
    String asset,
    String price) {

  @AssertTrue(message = "Send at least one of itemName, description, asset and price.")
  public boolean isAnythingSaid() {
    return itemName != null || description != null || asset != null || price != null;
  }

  @AssertTrue(message = "A new asset needs a new price.")
  public boolean isPricedInItsAsset() {
    return asset == null || price != null;
  }
}
