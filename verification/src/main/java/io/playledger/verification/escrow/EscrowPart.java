package io.playledger.verification.escrow;

import io.playledger.verification.day.DayCheck;
import io.playledger.verification.day.DayPart;
import io.playledger.verification.day.DayStage;
import io.playledger.verification.day.Troublemaker;
import io.playledger.verification.http.Json;
import io.playledger.verification.market.MarketPart;
import io.playledger.verification.market.MarketRecord;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Funds of trades are held, disputed and settled. */
public final class EscrowPart implements DayPart {

  private final MarketRecord trades;

  public EscrowPart(DayStage stage, MarketPart market) {
    this.trades = market.record();
    market.whenToDispute(new DisputeScript(stage)::play);
  }

  @Override
  public void misuse(Troublemaker trouble) {
    String escrow = "/escrows/" + trouble.nothing("nothing");
    trouble.refusedRead(trouble.who(), "unknown-escrow", escrow, "ESCROW_NOT_FOUND", "NOT_FOUND");
    ObjectNode reason = Json.object().put("reason", "There is nothing here.");
    trouble.refused(
        trouble.who(),
        "dispute-nothing",
        escrow + "/dispute",
        reason,
        "ESCROW_NOT_FOUND",
        "TRADE_NOT_FOUND");
  }

  @Override
  public List<DayCheck> checks() {
    return List.of(new OutcomesCheck(trades));
  }
}
