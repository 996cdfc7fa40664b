package io.playledger.access.identity;

import io.playledger.api.identity.IdentityCommand;
import io.playledger.web.http.CommandCall;
import io.playledger.web.http.CommandGate;
import io.playledger.web.http.Sent;

/** Sends commands about a player and has the account follow, whether they are new or repeated. */
final class FollowedCommands {

  private final CommandGate commands;
  private final AccountFollowing following;

  FollowedCommands(CommandGate commands, AccountFollowing following) {
    this.commands = commands;
    this.following = following;
  }

  /** Follows also where it is refused: a crash may have kept the account from it the first time. */
  Sent<Object> send(CommandCall call, IdentityCommand<?> command) {
    try {
      return commands.send(call, command, Object.class);
    } finally {
      following.follow(command.player());
    }
  }
}
