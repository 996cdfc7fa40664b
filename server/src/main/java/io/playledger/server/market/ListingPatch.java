package io.playledger.server.market;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The changes of a listing; absent members stay unchanged.
 *
 * @param itemName not blank
 * @param description empty to remove it
 * @param price decimal string
 */
record ListingPatch(
    @Schema(example = "Old greatsword")
        @PlainText(max = ListingBody.ITEM_NAME_CHARS_MAX)
        @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Nullable String itemName,
    @Schema(example = "Price is fair.") @PlainText(max = ListingBody.DESCRIPTION_CHARS_MAX)
        @Nullable String description,
    @Schema(example = "GOLD") @Nullable String asset,
    @Schema(example = "380") @Nullable String price) {

  @Schema(hidden = true)
  @AssertTrue(message = "Send at least one of itemName, description, asset and price.")
  public boolean isAnythingSaid() {
    return itemName != null || description != null || asset != null || price != null;
  }

  @Schema(hidden = true)
  @AssertTrue(message = "A new asset needs a new price.")
  public boolean isPricedInItsAsset() {
    return asset == null || price != null;
  }
}
