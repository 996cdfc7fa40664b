package io.playledger.server.ledger;

import io.playledger.api.identity.PlayerId;
import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * Part of the caller's wallet to be set aside.
 *
 * @param payee who may capture or release it
 * @param amount decimal string
 * @param purpose null for none
 * @param expiresAt UTC
 */
record HoldBody(
    @NotNull PlayerId payee,
    @NotNull String asset,
    @NotNull String amount,
    @PlainText(max = TransferBody.MEMO_CHARS_MAX) String purpose,
    @NotNull Instant expiresAt) {}
