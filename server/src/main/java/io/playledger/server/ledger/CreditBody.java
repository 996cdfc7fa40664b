package io.playledger.server.ledger;

import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.server.http.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * Value that an admin lets in.
 *
 * @param amount decimal string
 * @param type null for DEPOSIT
 * @param source null for {@code system:mint}
 */
record CreditBody(
    @NotNull String asset,
    @NotNull String amount,
    @NotBlank @PlainText(max = ReasonBody.REASON_CHARS_MAX) String reason,
    TransactionType type,
    AccountId source) {

  CreditBody {
    type = type == null ? TransactionType.DEPOSIT : type;
    source = source == null ? AccountId.MINT : source;
  }
}
