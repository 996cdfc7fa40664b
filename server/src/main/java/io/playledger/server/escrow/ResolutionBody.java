package io.playledger.server.escrow;

import io.playledger.api.market.Ruling;
import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A moderator's decision.
 *
 * @param sellerAmount decimal string before the fee; for a split alone
 * @param buyerAmount decimal string; for a split alone
 */
record ResolutionBody(
    @NotNull Ruling ruling,
    String sellerAmount,
    String buyerAmount,
    @NotBlank @PlainText(max = DisputeBody.TEXT_CHARS_MAX) String reason) {

  @AssertTrue(message = "A split needs sellerAmount and buyerAmount; other rulings have neither.")
  public boolean isSplitWithBothAmounts() {
    return ruling == Ruling.SPLIT
        ? sellerAmount != null && buyerAmount != null
        : sellerAmount == null && buyerAmount == null;
  }
}
