package io.playledger.api.identity;

import io.playledger.api.Event;

/** Events of the identity context. */
public sealed interface IdentityEvent extends Event
    permits PlayerRegistered, RoleGranted, RoleRevoked, PlayerBanned, PlayerUnbanned, PlayerErased {

  PlayerId player();
}
