package io.playledger.access.identity.session;

/** Why a session ended before its time. */
public enum EndReason {
  /** Its owner logged out. */
  LOGGED_OUT,
  /** Its owner ended it from another session, or all of them. */
  REVOKED,
  /** A refresh token was turned in twice: one of the two bearers is a thief. */
  TOKEN_REUSED,
  /** The credentials were changed from another session or by mail. */
  CREDENTIALS_CHANGED,
  /** The account was banned. */
  BANNED,
  /** Its owner opened one more than an account may have. */
  TOO_MANY
}
