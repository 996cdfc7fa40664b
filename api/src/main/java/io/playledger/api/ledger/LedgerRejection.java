package io.playledger.api.ledger;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the ledger context. */
public enum LedgerRejection implements RejectionCode {
  AMOUNT_NOT_POSITIVE(Category.RULE, "The amount must be greater than zero."),
  AMOUNT_TOO_PRECISE(Category.RULE, "The amount has more decimals than the asset allows."),
  AMOUNT_OUT_OF_RANGE(
      Category.RULE, "The amount or the resulting balance exceeds 2^63 - 1 smallest units."),
  ASSET_NOT_FOUND(Category.NOT_FOUND, "There is no asset with that code; GET /assets lists all."),
  ASSET_ALREADY_REGISTERED(Category.CONFLICT, "An asset with that code exists already."),
  ASSET_SCALE_OUT_OF_RANGE(Category.RULE, "The scale of an asset must be 0 to 12 decimals."),
  ASSET_NOT_TRANSFERABLE(Category.RULE, "That asset cannot be transferred between players."),
  MINT_LIMIT_REACHED(
      Category.RULE, "The amount exceeds what is left of the asset's mint limit for this UTC day."),
  MINT_LIMIT_NOT_POSITIVE(
      Category.RULE, "A mint limit must be greater than zero; omit it for no limit."),
  CREDIT_SOURCE_NOT_ALLOWED(
      Category.RULE, "The source of a credit must be system:mint or system:payments."),
  DEBIT_TARGET_NOT_ALLOWED(
      Category.RULE, "The target of a debit must be system:burn or system:payments."),
  WALLET_NOT_FOUND(Category.NOT_FOUND, "There is no wallet of that player."),
  WALLET_ALREADY_OPEN(Category.CONFLICT, "That wallet exists already."),
  WALLET_CLOSED(
      Category.CONFLICT, "The owner of that wallet has been erased; nothing can be sent to it."),
  INSUFFICIENT_FUNDS(Category.RULE, "The wallet's available balance does not cover the amount."),
  TRANSFER_TO_SELF(Category.RULE, "A transfer needs two different wallets."),
  TRANSFER_LEGS_OUT_OF_RANGE(Category.RULE, "A transfer must have 1 to 100 legs."),
  TRANSACTION_NOT_FOUND(Category.NOT_FOUND, "There is no transaction with that id."),
  TRANSACTION_ALREADY_EXISTS(Category.CONFLICT, "A transaction with that id exists already."),
  TRANSACTION_ALREADY_REVERSED(Category.CONFLICT, "That transaction has been reversed already."),
  REVERSAL_NOT_REVERSIBLE(
      Category.RULE, "A reversal cannot be reversed; post a new transaction instead."),
  HOLD_FOR_ONESELF(Category.RULE, "A hold needs a payee other than the wallet's owner."),
  HOLD_NOT_FOUND(Category.NOT_FOUND, "There is no hold with that id on that wallet."),
  HOLD_ALREADY_EXISTS(Category.CONFLICT, "A hold with that id exists already."),
  HOLD_ENDED(Category.CONFLICT, "The hold has already been captured, released or expired."),
  HOLD_EXPIRED(Category.CONFLICT, "The hold has expired."),
  HOLD_NOT_EXPIRED(Category.CONFLICT, "The hold has not expired yet."),
  HOLD_EXPIRY_OUT_OF_RANGE(Category.RULE, "A hold must expire between now and 30 days from now."),
  HOLD_LIMIT_REACHED(Category.RULE, "A wallet can have at most 100 open holds."),
  CAPTURE_EXCEEDS_HOLD(Category.RULE, "The amount of a capture must not exceed the held amount."),
  HOLD_NOT_YOURS(Category.NOT_ALLOWED, "Only the payee of a hold can capture or release it.");

  private final Reason reason;

  LedgerRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
