package io.playledger.access.identity.session;

/** Reasons why a session ended before it expired. */
public enum EndReason {
  /** Its owner logged out. */
  LOGGED_OUT,
  /** Its owner ended it from another session, or all of them. */
  REVOKED,
  /** A refresh token was used twice: one of its two bearers must have stolen it. */
  TOKEN_REUSED,
  /** The credentials were changed from another session or by mail. */
  CREDENTIALS_CHANGED,
  /** The account was banned. */
  BANNED,
  /** Its owner opened more sessions than an account can have. */
  TOO_MANY
}
