package io.playledger.server.escrow;

import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotBlank;

/** What a party has to say. */
record EvidenceBody(@NotBlank @PlainText(max = DisputeBody.TEXT_CHARS_MAX) String statement) {}
