package io.playledger.command.ledger;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.CommandContext;
import io.playledger.command.aggregate.Repositories;
import io.playledger.command.identity.Player;
import java.util.List;
import java.util.function.Function;

/** The ledger's part of the command side. */
public final class LedgerContext implements CommandContext {

  private static final int WALLET_SNAPSHOT_EVERY = 200;

  @Override
  public List<AggregateType<?>> aggregates() {
    return List.of(
        AggregateType.of(AssetSupply.class),
        AggregateType.snapshotted(Wallet.class, WALLET_SNAPSHOT_EVERY),
        AggregateType.of(LedgerTransaction.class));
  }

  @Override
  public List<Function<Repositories, Object>> handlers() {
    return List.of(
        stores -> new RegistrationHandler(stores.of(Player.class), stores.of(Wallet.class)),
        stores -> new ErasureHandler(stores.of(Player.class), stores.of(Wallet.class)),
        stores ->
            new CreditHandler(
                stores.of(LedgerTransaction.class),
                stores.of(AssetSupply.class),
                stores.of(Wallet.class)),
        stores -> new DebitHandler(stores.of(LedgerTransaction.class), stores.of(Wallet.class)),
        stores -> new TransferHandler(stores.of(LedgerTransaction.class), stores.of(Wallet.class)),
        stores -> new ReversalHandler(stores.of(LedgerTransaction.class), stores.of(Wallet.class)),
        stores ->
            new HoldCaptureHandler(stores.of(LedgerTransaction.class), stores.of(Wallet.class)));
  }
}
