package io.playledger.server.market;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A review of the other side of a trade.
 *
 * @param rating 1 to 5
 */
record ReviewBody(
    @Schema(example = "5") @NotNull Integer rating,
    @Schema(example = "Quick and friendly.") @PlainText(max = ReviewBody.COMMENT_CHARS_MAX)
        @Nullable String comment) {

  static final int COMMENT_CHARS_MAX = 1_000;
}
