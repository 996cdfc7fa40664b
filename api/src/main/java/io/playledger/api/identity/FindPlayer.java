package io.playledger.api.identity;

/** The public profile of a player; the answer is null if there is none. */
public record FindPlayer(PlayerId player) implements IdentityQuery<PlayerView> {}
