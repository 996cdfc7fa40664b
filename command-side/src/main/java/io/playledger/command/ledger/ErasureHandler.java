package io.playledger.command.ledger;

import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.ledger.AccountId;
import io.playledger.command.aggregate.Aggregates;
import io.playledger.command.identity.Player;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Erases a player and closes the player's wallet in one append. */
public final class ErasureHandler {

  private final Aggregates<Player> players;
  private final Aggregates<Wallet> wallets;

  public ErasureHandler(Repository<Player> players, Repository<Wallet> wallets) {
    this.players = Player.in(players);
    this.wallets = Wallet.in(wallets);
  }

  @CommandHandler
  void handle(ErasePlayer command) {
    Aggregate<Player> player = players.existing(command.player().aggregateId());
    Aggregate<Wallet> wallet = wallets.existing(AccountId.wallet(command.player()).toString());
    player.execute(root -> root.erase(command));
    wallet.execute(root -> root.close(command.at()));
  }
}
