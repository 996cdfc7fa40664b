package io.playledger.server.escrow;

import io.playledger.api.market.Ruling;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/**
 * A moderator's decision.
 *
 * @param sellerAmount decimal string before the fee; only for a split
 * @param buyerAmount decimal string; only for a split
 */
record ResolutionBody(
    @Schema(example = "split") @NotNull Ruling ruling,
    @Schema(example = "60.00") @Nullable String sellerAmount,
    @Schema(example = "40.00") @Nullable String buyerAmount,
    @Schema(example = "On the evidence given.")
        @NotBlank
        @PlainText(max = DisputeBody.TEXT_CHARS_MAX)
        String reason) {

  @Schema(hidden = true)
  @AssertTrue(message = "A split needs sellerAmount and buyerAmount; other rulings have neither.")
  public boolean isSplitWithBothAmounts() {
    return ruling == Ruling.SPLIT
        ? sellerAmount != null && buyerAmount != null
        : sellerAmount == null && buyerAmount == null;
  }
}
