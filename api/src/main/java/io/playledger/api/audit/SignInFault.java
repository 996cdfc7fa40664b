package io.playledger.api.audit;

/** Why somebody was kept out. */
public enum SignInFault {
  /** No such account, or another password. */
  CREDENTIALS_REJECTED,
  /** The account is shut out. */
  BANNED,
  /** The second factor was wrong. */
  SECOND_FACTOR_REJECTED
}
