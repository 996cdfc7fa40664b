package io.playledger.server.ledger;

import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotBlank;

/** Why an admin does what the path says. */
record ReasonBody(@NotBlank @PlainText(max = ReasonBody.REASON_CHARS_MAX) String reason) {

  static final int REASON_CHARS_MAX = 2_000;
}
