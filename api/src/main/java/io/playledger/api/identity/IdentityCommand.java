package io.playledger.api.identity;

import io.playledger.api.Command;

/**
 * Commands of the identity context. They never contain credentials, which are stored in schema
 * auth.
 */
public sealed interface IdentityCommand<R> extends Command<R>
    permits RegisterPlayer, GrantRole, RevokeRole, BanPlayer, UnbanPlayer, ErasePlayer {

  PlayerId player();

  @Override
  default String aggregateId() {
    return player().aggregateId();
  }
}
