package io.playledger.api.audit;

/** Reasons why a sign-in failed. */
public enum SignInFault {
  /** There is no such account, or the password is wrong. */
  CREDENTIALS_REJECTED,
  /** The account is banned. */
  BANNED,
  /** The second factor was wrong. */
  SECOND_FACTOR_REJECTED,
  /**
   * A person signed in through another site with the e-mail address of this account, which is not
   * verified on both sides.
   */
  IDENTITY_NOT_LINKED,
  /** A statement attributed to another site could not be verified. */
  PROVIDER_REJECTED
}
