package io.playledger.api.ledger;

import io.playledger.api.RejectionCode;

/** Reasons to reject a command of the ledger context. */
public enum LedgerRejection implements RejectionCode {
  AMOUNT_NOT_POSITIVE(Category.RULE, "The amount must be greater than zero."),
  AMOUNT_TOO_PRECISE(Category.RULE, "The amount has more decimals than the asset allows."),
  AMOUNT_OUT_OF_RANGE(
      Category.RULE, "The amount, or a balance it leads to, exceeds what an account can hold."),
  ASSET_NOT_FOUND(Category.NOT_FOUND, "No such asset; GET /assets lists them."),
  ASSET_ALREADY_REGISTERED(Category.CONFLICT, "An asset with that code exists already."),
  ASSET_SCALE_OUT_OF_RANGE(Category.RULE, "A scale is 0 to 12 decimals."),
  ASSET_NOT_TRANSFERABLE(Category.RULE, "That asset can not be moved between players."),
  MINT_LIMIT_REACHED(
      Category.RULE, "The asset's mint limit of this UTC day does not leave room for the amount."),
  MINT_LIMIT_NOT_POSITIVE(Category.RULE, "A mint limit is greater than zero, or there is none."),
  CREDIT_SOURCE_NOT_ALLOWED(
      Category.RULE, "A wallet is credited from system:mint or system:payments."),
  DEBIT_TARGET_NOT_ALLOWED(Category.RULE, "A wallet is debited to system:burn or system:payments."),
  WALLET_NOT_FOUND(Category.NOT_FOUND, "No such wallet."),
  WALLET_ALREADY_OPEN(Category.CONFLICT, "That wallet is open already."),
  WALLET_CLOSED(
      Category.CONFLICT, "The owner of that wallet was erased; nothing can be sent there."),
  INSUFFICIENT_FUNDS(Category.RULE, "The wallet's available balance does not cover the amount."),
  TRANSFER_TO_SELF(Category.RULE, "A transfer needs two different wallets."),
  TRANSFER_LEGS_OUT_OF_RANGE(Category.RULE, "A transfer has 1 to 100 legs."),
  TRANSACTION_NOT_FOUND(Category.NOT_FOUND, "No such transaction."),
  TRANSACTION_ALREADY_EXISTS(Category.CONFLICT, "A transaction with that id exists already."),
  TRANSACTION_ALREADY_REVERSED(Category.CONFLICT, "That transaction was reversed already."),
  REVERSAL_NOT_REVERSIBLE(
      Category.RULE, "A reversal can not itself be reversed; post a new transfer."),
  HOLD_FOR_ONESELF(Category.RULE, "A hold needs a payee other than the wallet's owner."),
  HOLD_NOT_FOUND(Category.NOT_FOUND, "No such hold on that wallet."),
  HOLD_ALREADY_EXISTS(Category.CONFLICT, "A hold with that id exists already."),
  HOLD_ENDED(Category.CONFLICT, "The hold was captured, released or expired already."),
  HOLD_EXPIRED(Category.CONFLICT, "The hold's time is over."),
  HOLD_NOT_EXPIRED(Category.CONFLICT, "The hold's time is not over yet."),
  HOLD_EXPIRY_OUT_OF_RANGE(Category.RULE, "A hold expires between now and 30 days from now."),
  HOLD_LIMIT_REACHED(Category.RULE, "A wallet bears at most 100 holds at a time."),
  CAPTURE_EXCEEDS_HOLD(Category.RULE, "A capture takes at most what is held."),
  HOLD_NOT_YOURS(Category.NOT_ALLOWED, "Only the payee of a hold may capture or release it.");

  private final Reason reason;

  LedgerRejection(Category category, String message) {
    this.reason = new Reason(category, message);
  }

  @Override
  public Reason reason() {
    return reason;
  }
}
