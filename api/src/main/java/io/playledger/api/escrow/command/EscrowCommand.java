package io.playledger.api.escrow.command;

import io.playledger.api.Command;
import io.playledger.api.market.TradeId;

/** Commands of the escrow context. An escrow has the id of its trade. */
public sealed interface EscrowCommand<R> extends Command<R>
    permits PlaceFundsInEscrow,
        RecordDelivery,
        ConfirmDelivery,
        RequestCancellation,
        OpenDispute,
        SubmitEvidence,
        AssignDispute,
        AddDisputeNote,
        ResolveDispute,
        ApplyDefaultRuling,
        SettleEscrow {

  TradeId escrow();

  @Override
  default String aggregateId() {
    return "escrow:" + escrow();
  }
}
