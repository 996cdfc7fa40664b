package io.playledger.access.mail;

/**
 * A mail to be sent.
 *
 * @param to address
 * @param text plain text
 * @param html the same as HTML
 */
public record Mail(String to, String subject, String text, String html) {

  /** Contains nothing private. */
  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
