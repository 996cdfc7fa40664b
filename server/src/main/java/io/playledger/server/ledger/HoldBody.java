package io.playledger.server.ledger;

import io.playledger.api.identity.PlayerId;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hold on the caller's wallet.
 *
 * @param payee the player who can capture or release it
 * @param amount decimal string
 * @param expiresAt UTC
 */
record HoldBody(
    @Schema(example = "0198c7a2-7b1e-7d3a-9c4e-2f6b8d1a5e70") @NotNull PlayerId payee,
    @Schema(example = "USD") @NotNull String asset,
    @Schema(example = "40.00") @NotNull String amount,
    @Schema(example = "deposit on a room") @PlainText(max = TransferBody.MEMO_CHARS_MAX)
        @Nullable String purpose,
    @Schema(example = "2027-01-31T12:00:00Z") @NotNull Instant expiresAt) {}
