package io.playledger.api.audit;

/** What became of what a player comes in with. */
public enum CredentialChange {
  PASSWORD_CHANGED,
  PASSWORD_RESET,
  PASSWORD_SET,
  EMAIL_VERIFIED,
  SECOND_FACTOR_ENROLLED,
  SECOND_FACTOR_REMOVED,
  BACKUP_CODES_MADE,
  BACKUP_CODE_USED,
  IDENTITY_LINKED,
  IDENTITY_UNLINKED
}
