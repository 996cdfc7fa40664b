package io.playledger.server.market;

import io.playledger.web.http.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/**
 * What one side of a trade says of the other.
 *
 * @param rating 1 to 5; the trade refuses others
 * @param comment null for none
 */
record ReviewBody(
    @Schema(example = "5") @NotNull Integer rating,
    @Schema(example = "Quick and friendly.") @PlainText(max = ReviewBody.COMMENT_CHARS_MAX)
        String comment) {

  static final int COMMENT_CHARS_MAX = 1_000;
}
