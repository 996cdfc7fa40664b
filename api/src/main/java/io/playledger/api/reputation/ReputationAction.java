package io.playledger.api.reputation;

/** What moved a reputation: FirstSpawn's actions, and reviews of trades. */
public enum ReputationAction {
  TRADE_REVIEWED,
  REVIEW_UPVOTED,
  REVIEW_DOWNVOTED,
  REVIEW_FLAGGED_SPAM,
  BADGE_EARNED,
  GUILD_CONTRIBUTION,
  PUZZLE_WIN,
  ACCOUNT_VERIFIED,
  MANUAL_ADJUSTMENT
}
