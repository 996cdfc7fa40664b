package io.playledger.server.ledger;

import io.playledger.api.identity.PlayerId;
import io.playledger.web.text.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transfer from the caller's wallet: one leg written flat, or many in {@code legs}.
 *
 * @param amount decimal string
 * @param legs at most as many as the ledger allows
 * @param memo for both sides
 */
record TransferBody(
    @Schema(example = "0198c7a2-7b1e-7d3a-9c4e-2f6b8d1a5e70") @Nullable PlayerId to,
    @Schema(example = "USD") @Nullable String asset,
    @Schema(example = "12.50") @Nullable String amount,
    @Size(max = TransferBody.LEGS_READ_MAX) @Nullable List<@NotNull @Valid Leg> legs,
    @Schema(example = "for lunch") @PlainText(max = TransferBody.MEMO_CHARS_MAX)
        @Nullable String memo) {

  static final int MEMO_CHARS_MAX = 280;

  /** Greatest number of legs that are read; the ledger limits the legs of a transfer. */
  static final int LEGS_READ_MAX = 1_000;

  /** One movement out of the caller's wallet. */
  record Leg(@NotNull PlayerId to, @NotNull String asset, @NotNull String amount) {}

  @Schema(hidden = true)
  @AssertTrue(message = "Send either to, asset and amount, or legs.")
  public boolean isOneLegOrManyLegs() {
    boolean flat = to != null && asset != null && amount != null;
    boolean none = to == null && asset == null && amount == null;
    return legs == null ? flat : none;
  }

  /** The legs in either form. */
  List<Leg> allLegs() {
    return legs == null ? List.of(new Leg(to, asset, amount)) : legs;
  }
}
