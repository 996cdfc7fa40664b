package io.playledger.server.escrow;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** The reason of a dispute. */
record DisputeBody(
    @Schema(example = "It is not what the listing says.")
        @NotBlank
        @PlainText(max = DisputeBody.TEXT_CHARS_MAX)
        String reason) {

  /** Greatest number of characters of a text about a dispute. */
  static final int TEXT_CHARS_MAX = 2_000;
}
