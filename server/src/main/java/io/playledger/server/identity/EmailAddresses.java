package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.server.config.SecretBox;
import io.playledger.server.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** E-mail addresses as they are kept: a keyed hash to find them by, and sealed to write to them. */
final class EmailAddresses {

  private final KeyedHash hashes;
  private final SecretBox box;

  EmailAddresses(KeyedHash hashes, SecretBox box) {
    this.hashes = hashes;
    this.box = box;
  }

  /** Without regard to case and surrounding blanks. */
  byte[] hash(String email) {
    return hashes.of(normal(email));
  }

  byte[] seal(PlayerId owner, String email) {
    return box.seal(utf8(normal(email)), utf8(owner.toString()));
  }

  /** For its owner only. */
  String of(Account account) {
    return new String(
        box.open(account.emailSealed(), utf8(account.id().toString())), StandardCharsets.UTF_8);
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
