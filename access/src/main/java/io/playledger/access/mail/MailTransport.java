package io.playledger.access.mail;

/** Delivers mails. */
@FunctionalInterface
public interface MailTransport {

  /** Throws MailException if the mail was not accepted; it is retried later. */
  void send(Mail mail);
}
