package io.playledger.access.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail in the outbox.
 *
 * @param content what it says, where it is kept for an admin to read
 */
public record OutboxEntry(
    UUID id,
    MailKind kind,
    State state,
    Instant createdAt,
    int attempts,
    Optional<String> lastError,
    Optional<Mail> content) {

  /** How far a mail is. */
  public enum State {
    /** To be written and sent. */
    WAITING,
    /** Written, and kept: there is no mail server. */
    HELD,
    /** The mail server took it. */
    SENT,
    /** Given up after the last attempt. */
    FAILED
  }
}
