package io.playledger.api.identity;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the identity context. */
public enum IdentityRejection implements RejectionCode {
  PLAYER_NOT_FOUND(Category.NOT_FOUND, "There is no player with that id."),
  PLAYER_ALREADY_EXISTS(Category.CONFLICT, "A player with that id exists already."),
  ROLE_ALREADY_GRANTED(Category.CONFLICT, "The player holds that role already."),
  ROLE_NOT_HELD(Category.CONFLICT, "The player does not hold that role."),
  ROLE_NOT_REVOCABLE(Category.RULE, "The role player cannot be revoked; ban the player instead."),
  PLAYER_ALREADY_BANNED(Category.CONFLICT, "The player is banned already."),
  PLAYER_NOT_BANNED(Category.CONFLICT, "The player is not banned."),
  BAN_ENDS_IN_THE_PAST(Category.RULE, "The end of a ban must be in the future."),
  PLAYER_ERASED(Category.CONFLICT, "This player has been erased."),
  STAFF_ROLE_HELD(
      Category.CONFLICT,
      "Staff cannot be erased; let an admin revoke the roles admin, moderator and"
          + " auditor first."),
  MONEY_IN_MOTION(
      Category.CONFLICT,
      "Funds are in open trades, disputes or holds; wait until they end, or cancel"
          + " and release them."),
  BALANCE_LEFT(
      Category.CONFLICT,
      "The wallet has a balance; spend or transfer it first, or give it up with"
          + " giveUpBalance.");

  private final Reason reason;

  IdentityRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
