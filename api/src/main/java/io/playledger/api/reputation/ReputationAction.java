package io.playledger.api.reputation;

/** The actions that change a player's reputation. */
public enum ReputationAction {
  /** The other side of a trade reviewed the player. */
  TRADE_REVIEWED,

  /** A review of the player was voted up. */
  REVIEW_UPVOTED,

  /** A review of the player was voted down. */
  REVIEW_DOWNVOTED,

  /** A review of the player was flagged as spam. */
  REVIEW_FLAGGED_SPAM,

  /** The player earned a badge. */
  BADGE_EARNED,

  /** The player contributed to their guild. */
  GUILD_CONTRIBUTION,

  /** The player won a puzzle. */
  PUZZLE_WIN,

  /** The player verified their account. */
  ACCOUNT_VERIFIED,

  /** An admin adjusted the reputation. */
  MANUAL_ADJUSTMENT
}
