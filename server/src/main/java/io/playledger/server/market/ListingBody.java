package io.playledger.server.market;

import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * An item for sale.
 *
 * @param description null for none
 * @param price decimal string
 * @param expiresAt UTC; null for the configured time from now
 */
record ListingBody(
    @NotNull @Pattern(regexp = ListingBody.GAME_ID) String gameId,
    @NotBlank @PlainText(max = ListingBody.ITEM_NAME_CHARS_MAX) String itemName,
    @PlainText(max = ListingBody.DESCRIPTION_CHARS_MAX) String description,
    @NotNull String asset,
    @NotNull String price,
    Instant expiresAt) {

  static final String GAME_ID = "[a-z0-9._-]{1,100}";
  static final int ITEM_NAME_CHARS_MAX = 255;
  static final int DESCRIPTION_CHARS_MAX = 4_000;
}
