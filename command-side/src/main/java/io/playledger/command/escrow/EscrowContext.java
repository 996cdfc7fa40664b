package io.playledger.command.escrow;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import io.playledger.command.aggregate.Repositories;
import io.playledger.command.ledger.Wallet;
import java.util.List;
import java.util.function.Function;

/** The escrow's part of the command side. */
public final class EscrowContext implements CommandContext {

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(AggregateType.of(Escrow.class));
  }

  @Override
  public List<Function<Repositories, Object>> handlers() {
    return List.of(
        stores -> new EscrowFundingHandler(stores.of(Escrow.class), stores.of(Wallet.class)),
        stores -> new SettlementHandler(stores.of(Escrow.class), stores.of(Wallet.class)));
  }
}
