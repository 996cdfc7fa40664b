package io.playledger.server.ledger;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A debit by an admin.
 *
 * @param amount decimal string
 * @param type WITHDRAWAL if the client sends none
 * @param target {@code system:burn} if the client sends none
 */
record DebitBody(
    @Schema(example = "USD") @NotNull String asset,
    @Schema(example = "100.00") @NotNull String amount,
    @Schema(example = "paid out") @NotBlank @PlainText(max = ReasonBody.REASON_CHARS_MAX)
        String reason,
    @Schema(example = "WITHDRAWAL") TransactionType type,
    @Schema(example = "system:burn") AccountId target) {

  DebitBody {
    type = type == null ? TransactionType.WITHDRAWAL : type;
    target = target == null ? AccountId.BURN : target;
  }
}
