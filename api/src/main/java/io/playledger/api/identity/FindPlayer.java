package io.playledger.api.identity;

import org.jspecify.annotations.Nullable;

/** The public profile of a player. */
public record FindPlayer(PlayerId player) implements IdentityQuery<@Nullable PlayerView> {}
