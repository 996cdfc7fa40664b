package io.playledger.server.escrow;

import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotBlank;

/** Why a party calls an arbiter. */
record DisputeBody(@NotBlank @PlainText(max = DisputeBody.TEXT_CHARS_MAX) String reason) {

  /** Characters of anything written about a dispute. */
  static final int TEXT_CHARS_MAX = 2_000;
}
