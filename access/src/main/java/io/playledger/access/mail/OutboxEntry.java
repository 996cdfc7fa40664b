package io.playledger.access.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail in the outbox.
 *
 * @param content its content, if it is kept for an admin to read
 */
public record OutboxEntry(
    UUID id,
    MailKind kind,
    State state,
    Instant createdAt,
    int attempts,
    Optional<String> lastError,
    Optional<Mail> content) {

  /** States of a mail. */
  public enum State {
    /** It will be written and sent. */
    WAITING,
    /** It is written and kept, because there is no mail server. */
    HELD,
    /** The mail server accepted it. */
    SENT,
    /** The last attempt failed. */
    FAILED
  }
}
