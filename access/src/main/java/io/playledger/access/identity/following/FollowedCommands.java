package io.playledger.access.identity.following;

import io.playledger.api.identity.IdentityCommand;
import io.playledger.web.call.CommandCall;
import io.playledger.web.call.CommandGate;
import io.playledger.web.call.Sent;

/**
 * Sends commands about a player and updates the account from the log, whether the command is new or
 * repeated.
 */
public final class FollowedCommands {

  private final CommandGate commands;
  private final AccountFollowing following;

  FollowedCommands(CommandGate commands, AccountFollowing following) {
    this.commands = commands;
    this.following = following;
  }

  /**
   * Updates the account also after a rejection, because a crash can have prevented the update the
   * first time.
   */
  public Sent<Void> send(CommandCall call, IdentityCommand<Void> command) {
    try {
      return commands.send(call, command);
    } finally {
      following.follow(command.player());
    }
  }
}
