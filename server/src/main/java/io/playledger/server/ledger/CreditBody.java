package io.playledger.server.ledger;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A credit by an admin.
 *
 * @param amount decimal string
 * @param type DEPOSIT if the client sends none
 * @param source {@code system:mint} if the client sends none
 */
record CreditBody(
    @Schema(example = "USD") @NotNull String asset,
    @Schema(example = "100.00") @NotNull String amount,
    @Schema(example = "welcome gift") @NotBlank @PlainText(max = ReasonBody.REASON_CHARS_MAX)
        String reason,
    @Schema(example = "DEPOSIT") TransactionType type,
    @Schema(example = "system:mint") AccountId source) {

  CreditBody {
    type = type == null ? TransactionType.DEPOSIT : type;
    source = source == null ? AccountId.MINT : source;
  }
}
