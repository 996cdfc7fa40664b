package io.playledger.server.mail;

/** Why people get mail. */
public enum MailKind {
  /** To prove that the address is theirs. */
  VERIFY_EMAIL,
  /** To set a password without knowing the old one. */
  RESET_PASSWORD,
  /** To tell that an account has another way in. */
  IDENTITY_LINKED
}
