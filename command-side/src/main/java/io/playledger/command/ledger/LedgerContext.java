package io.playledger.command.ledger;

import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Context;
import io.playledger.command.identity.Player;
import java.util.List;

/** The ledger's part of the command side. */
public final class LedgerContext {

  private static final int WALLET_SNAPSHOT_EVERY = 200;

  private LedgerContext() {}

  public static Context context() {
    return new Context(
        "ledger",
        List.of(
            AggregateType.of(Asset.class),
            AggregateType.snapshotted(Wallet.class, WALLET_SNAPSHOT_EVERY),
            AggregateType.of(LedgerTransaction.class)),
        List.of(
            stores -> new RegistrationHandler(stores.of(Player.class), stores.of(Wallet.class)),
            stores -> new ErasureHandler(stores.of(Player.class), stores.of(Wallet.class)),
            stores ->
                new CreditHandler(
                    stores.of(LedgerTransaction.class),
                    stores.of(Asset.class),
                    stores.of(Wallet.class)),
            stores -> new DebitHandler(stores.of(LedgerTransaction.class), stores.of(Wallet.class)),
            stores ->
                new TransferHandler(stores.of(LedgerTransaction.class), stores.of(Wallet.class)),
            stores ->
                new ReversalHandler(stores.of(LedgerTransaction.class), stores.of(Wallet.class)),
            stores ->
                new HoldCaptureHandler(
                    stores.of(LedgerTransaction.class), stores.of(Wallet.class))));
  }
}
