package io.playledger.server.ledger;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * Value that an admin lets out.
 *
 * @param amount decimal string
 * @param type null for WITHDRAWAL
 * @param target null for {@code system:burn}
 */
record DebitBody(
    @NotNull String asset,
    @NotNull String amount,
    @NotBlank @PlainText(max = ReasonBody.REASON_CHARS_MAX) String reason,
    TransactionType type,
    AccountId target) {

  DebitBody {
    type = type == null ? TransactionType.WITHDRAWAL : type;
    target = target == null ? AccountId.BURN : target;
  }
}
