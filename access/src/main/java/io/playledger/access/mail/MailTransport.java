package io.playledger.access.mail;

/** Takes mail to the outside. */
@FunctionalInterface
public interface MailTransport {

  /** Throws MailException where it was not taken; it is tried again later. */
  void send(Mail mail);
}
