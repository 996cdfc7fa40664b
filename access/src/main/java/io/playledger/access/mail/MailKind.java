package io.playledger.access.mail;

/** Why people get mail. */
public enum MailKind {
  /** To prove that the address is theirs. */
  VERIFY_EMAIL,
  /** To set a password without knowing the old one. */
  RESET_PASSWORD,
  /** To tell that an account has another way in. */
  IDENTITY_LINKED,
  /** To prove an address that somebody wants for an account that exists. */
  PROVE_NEW_EMAIL,
  /** To tell the proved address that another one is wanted in its place. */
  EMAIL_CHANGE_ASKED
}
