package io.playledger.access.mail;

import java.util.Optional;

/** Writes a mail when it is due. */
@FunctionalInterface
public interface MailWriter {

  /**
   * The mail, with a newly created token; empty if there is no recipient or no reason any more.
   *
   * @param emailHash keyed hash of the given address
   */
  Optional<Mail> write(MailKind kind, byte[] emailHash);
}
