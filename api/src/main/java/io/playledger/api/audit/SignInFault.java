package io.playledger.api.audit;

/** Why somebody was kept out. */
public enum SignInFault {
  /** No such account, or another password. */
  CREDENTIALS_REJECTED,
  /** The account is shut out. */
  BANNED,
  /** The second factor was wrong. */
  SECOND_FACTOR_REJECTED,
  /**
   * Somebody whom another site vouches for has the e-mail of this account, and that is not enough.
   */
  IDENTITY_NOT_LINKED,
  /** What another site is said to have said of somebody does not hold. */
  PROVIDER_REJECTED
}
