package io.playledger.api.ledger;

/** The reason of a posting, from the point of view of its account. */
public enum TransactionType {
  /** Tokens that a player mined. */
  MINING,

  /** Reward for staked tokens. */
  STAKING_REWARD,

  /** Bonus for a referred player. */
  REFERRAL_BONUS,

  /** Reward for signing in on a day. */
  DAILY_REWARD,

  /** Reward for an achievement. */
  ACHIEVEMENT_REWARD,

  /** Reward for a completed quest. */
  QUEST_REWARD,

  /** Price of a character. */
  CHARACTER_PURCHASE,

  /** Price of an upgrade of a character. */
  CHARACTER_UPGRADE,

  /** Share of an airdrop. */
  AIRDROP,

  /** Transfer from another wallet. */
  TRANSFER_IN,

  /** Transfer to another wallet. */
  TRANSFER_OUT,

  /** Reward for a won battle. */
  BATTLE_REWARD,

  /** Amount that an admin took as a penalty. */
  PENALTY,

  /** Price of a badge. */
  BADGE_PURCHASE,

  /** Price of a premium subscription. */
  PREMIUM_SUBSCRIPTION,

  /** Redemption of a prize. */
  PRIZE_REDEMPTION,

  /** Return of an earlier payment. */
  REFUND,

  /** Amount that came in from outside the platform. */
  DEPOSIT,

  /** Amount that went out of the platform. */
  WITHDRAWAL,

  /** Correction by an admin. */
  ADJUSTMENT,

  /** Amount captured from a hold. */
  HOLD_CAPTURE,

  /** Price that went from the buyer's wallet into escrow. */
  ESCROW_FUNDING,

  /** Amount paid from escrow to the seller. */
  ESCROW_RELEASE,

  /** Amount returned from escrow to the buyer. */
  ESCROW_REFUND,

  /** Fee of a trade. */
  TRADE_FEE,

  /** Opposite of an earlier posting. */
  REVERSAL
}
