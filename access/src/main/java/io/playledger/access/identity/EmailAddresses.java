package io.playledger.access.identity;

import io.playledger.access.secret.SecretBox;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** E-mail addresses as they are kept: a keyed hash to find them by, and sealed to write to them. */
final class EmailAddresses {

  private final KeyedHash hashes;
  private final SecretBox box;

  EmailAddresses(KeyedHash hashes, SecretBox box) {
    this.hashes = hashes;
    this.box = box;
  }

  /** Without regard to the case of ASCII letters and surrounding blanks. */
  byte[] hash(String email) {
    return hashes.of(normal(email));
  }

  /** As an account keeps it. */
  Account.Email kept(PlayerId owner, String email, boolean verified) {
    return new Account.Email(
        hash(email), box.seal(utf8(normal(email)), utf8(owner.toString())), verified);
  }

  /** For its owner only; empty where the account has none. */
  Optional<String> of(Account account) {
    return account.email().map(email -> open(account.id(), email));
  }

  /** That somebody wants for an account. */
  String of(EmailChangeTable.Row wanted) {
    return open(wanted.player(), wanted.email());
  }

  private String open(PlayerId owner, Account.Email email) {
    return new String(box.open(email.sealed(), utf8(owner.toString())), StandardCharsets.UTF_8);
  }

  /**
   * Other letters stay as they are: the lower case of some is an ASCII letter (that of the Kelvin
   * sign is k), and then somebody else's mailbox would be taken for this one.
   */
  private static String normal(String email) {
    StringBuilder text = new StringBuilder(email.strip());
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter >= 'A' && letter <= 'Z') {
        text.setCharAt(i, (char) (letter + ('a' - 'A')));
      }
    }
    return text.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
