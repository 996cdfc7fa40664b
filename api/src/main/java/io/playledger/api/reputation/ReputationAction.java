package io.playledger.api.reputation;

/** The actions that change a player's reputation. */
public enum ReputationAction {
  /** The other side of a trade reviewed the player. */
  TRADE_REVIEWED
}
