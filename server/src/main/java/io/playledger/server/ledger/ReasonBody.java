package io.playledger.server.ledger;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** The reason of an admin's action. */
record ReasonBody(
    @Schema(example = "sent by mistake") @NotBlank @PlainText(max = ReasonBody.REASON_CHARS_MAX)
        String reason) {

  static final int REASON_CHARS_MAX = 2_000;
}
