package io.playledger.server.escrow;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** The seller's proof of delivery. */
record DeliveryBody(
    @Schema(example = "handed over at the fountain")
        @NotBlank
        @PlainText(max = DeliveryBody.PROOF_CHARS_MAX)
        String proof) {

  static final int PROOF_CHARS_MAX = 2_000;
}
