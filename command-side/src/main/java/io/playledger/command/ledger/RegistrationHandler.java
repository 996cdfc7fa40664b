package io.playledger.command.ledger;

import io.playledger.api.identity.RegisterPlayer;
import io.playledger.api.ledger.AccountId;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.identity.Player;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Registers a player and opens the player's wallet in one append. It belongs to the ledger because
 * the ledger knows players, while identity does not know wallets.
 */
public final class RegistrationHandler {

  private final Aggregates<Player> players;
  private final Aggregates<Wallet> wallets;

  public RegistrationHandler(Repository<Player> players, Repository<Wallet> wallets) {
    this.players = Player.in(players);
    this.wallets = Wallet.in(wallets);
  }

  @CommandHandler
  void handle(RegisterPlayer command) {
    Aggregate<Player> player = players.fresh(command.player().aggregateId());
    Aggregate<Wallet> wallet = wallets.fresh(AccountId.wallet(command.player()).toString());
    player.execute(root -> root.register(command));
    wallet.execute(root -> root.open(command.player(), command.at()));
  }
}
