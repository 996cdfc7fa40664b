package io.playledger.server.market;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new listing.
 *
 * @param price decimal string
 * @param expiresAt UTC; none: the configured lifetime
 */
record ListingBody(
    @Schema(example = "skyhold") @NotNull @Pattern(regexp = ListingBody.GAME_ID) String gameId,
    @Schema(example = "Gilded greatsword")
        @NotBlank
        @PlainText(max = ListingBody.ITEM_NAME_CHARS_MAX)
        String itemName,
    @Schema(example = "As good as new.") @PlainText(max = ListingBody.DESCRIPTION_CHARS_MAX)
        @Nullable String description,
    @Schema(example = "GOLD") @NotNull String asset,
    @Schema(example = "400") @NotNull String price,
    @Schema(example = "2027-01-31T12:00:00Z") @Nullable Instant expiresAt) {

  static final String GAME_ID = "[a-z0-9._-]{1,100}";
  static final int ITEM_NAME_CHARS_MAX = 255;
  static final int DESCRIPTION_CHARS_MAX = 4_000;
}
