package io.playledger.api.identity;

/** The public face of a player; the answer is null where there is none. */
public record FindPlayer(PlayerId player) implements IdentityQuery<PlayerView> {}
