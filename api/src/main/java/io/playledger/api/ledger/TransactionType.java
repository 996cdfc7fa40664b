package io.playledger.api.ledger;

/**
 * The reason of a posting. The first group is the token mini app's (S4), the second FirstSpawn's
 * (S1), the third the marketplace's and the operators' own.
 */
public enum TransactionType {
  MINING,
  STAKING_REWARD,
  REFERRAL_BONUS,
  DAILY_REWARD,
  ACHIEVEMENT_REWARD,
  QUEST_REWARD,
  CHARACTER_PURCHASE,
  CHARACTER_UPGRADE,
  AIRDROP,
  TRANSFER_IN,
  TRANSFER_OUT,
  BATTLE_REWARD,
  PENALTY,

  BADGE_PURCHASE,
  PREMIUM_SUBSCRIPTION,
  PRIZE_REDEMPTION,
  REFUND,

  DEPOSIT,
  WITHDRAWAL,
  ADJUSTMENT,
  HOLD_CAPTURE,
  ESCROW_FUNDING,
  ESCROW_RELEASE,
  ESCROW_REFUND,
  TRADE_FEE,
  REVERSAL
}
