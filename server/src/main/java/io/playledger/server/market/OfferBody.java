package io.playledger.server.market;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A buyer's offer.
 *
 * @param price decimal string in the listing's asset; none: the listing's price
 */
record OfferBody(
    @Schema(example = "380") @Nullable String price,
    @Schema(example = "Still for sale?") @PlainText(max = OfferBody.MESSAGE_CHARS_MAX)
        @Nullable String message) {

  static final int MESSAGE_CHARS_MAX = 500;

  /** An offer at the listing's price without a message. */
  static final OfferBody AT_LISTED_PRICE = new OfferBody(null, null);
}
