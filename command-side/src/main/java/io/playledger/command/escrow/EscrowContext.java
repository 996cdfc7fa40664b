package io.playledger.command.escrow;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import io.playledger.command.ledger.Wallet;
import java.util.List;

/** The escrow's part of the command side. */
public final class EscrowContext {

  private EscrowContext() {}

  public static Context context() {
    return new Context(
        "escrow",
        List.of(AggregateType.of(Escrow.class)),
        List.of(
            stores -> new EscrowFundingHandler(stores.of(Escrow.class), stores.of(Wallet.class)),
            stores -> new SettlementHandler(stores.of(Escrow.class), stores.of(Wallet.class))));
  }
}
