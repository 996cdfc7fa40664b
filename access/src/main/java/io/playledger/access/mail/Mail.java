package io.playledger.access.mail;

/**
 * A mail as it leaves.
 *
 * @param to address
 * @param text for every reader
 * @param html the same, for those who show it
 */
public record Mail(String to, String subject, String text, String html) {

  /** Shows nothing that is private. */
  @Override
  public String toString() {
    return "Mail[" + subject + "]";
  }
}
