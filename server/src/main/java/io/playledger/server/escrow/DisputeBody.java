package io.playledger.server.escrow;

import io.playledger.web.http.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** Why a party calls an arbiter. */
record DisputeBody(
    @Schema(example = "It is not what the listing says.")
        @NotBlank
        @PlainText(max = DisputeBody.TEXT_CHARS_MAX)
        String reason) {

  /** Characters of anything written about a dispute. */
  static final int TEXT_CHARS_MAX = 2_000;
}
