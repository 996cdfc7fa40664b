package io.playledger.access.mail;

import java.util.Optional;

/** Writes a mail when it is its turn. */
@FunctionalInterface
public interface MailWriter {

  /**
   * The mail, with whatever secret it carries made just now; empty where there is nobody, or no
   * reason any more, to write to.
   *
   * @param emailHash keyed hash of the address that was given
   */
  Optional<Mail> write(MailKind kind, byte[] emailHash);
}
