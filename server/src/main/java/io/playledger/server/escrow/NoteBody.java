package io.playledger.server.escrow;

import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotBlank;

/** What a moderator writes for moderators. */
record NoteBody(@NotBlank @PlainText(max = DisputeBody.TEXT_CHARS_MAX) String note) {}
