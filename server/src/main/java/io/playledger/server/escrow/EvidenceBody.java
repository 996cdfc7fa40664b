package io.playledger.server.escrow;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** A party's evidence. */
record EvidenceBody(
    @Schema(example = "See the picture.") @NotBlank @PlainText(max = DisputeBody.TEXT_CHARS_MAX)
        String statement) {}
