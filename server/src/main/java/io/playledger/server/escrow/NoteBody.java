package io.playledger.server.escrow;

import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;

/** A moderator's note for moderators. */
record NoteBody(
    @Schema(example = "Both sound honest.") @NotBlank @PlainText(max = DisputeBody.TEXT_CHARS_MAX)
        String note) {}
