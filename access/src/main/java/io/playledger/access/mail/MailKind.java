package io.playledger.access.mail;

/** Kinds of mails. */
public enum MailKind {
  /** Verification of an address. */
  VERIFY_EMAIL,
  /** Reset of a password. */
  RESET_PASSWORD,
  /** Notice that an account has another way to sign in. */
  IDENTITY_LINKED,
  /** Confirmation of a new address of an existing account. */
  PROVE_NEW_EMAIL,
  /** Notice to the verified address that another one was requested in its place. */
  EMAIL_CHANGE_ASKED
}
