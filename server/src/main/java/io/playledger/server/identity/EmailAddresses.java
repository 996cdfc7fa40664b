package io.playledger.server.identity;

import io.playledger.api.identity.PlayerId;
import io.playledger.server.config.SecretBox;
import io.playledger.server.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

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

  /** As an account keeps it. */
  Account.Email kept(PlayerId owner, String email, boolean verified) {
    return new Account.Email(
        hash(email), box.seal(utf8(normal(email)), utf8(owner.toString())), verified);
  }

  /** For its owner only; empty where the account has none. */
  Optional<String> of(Account account) {
    return account
        .email()
        .map(email -> box.open(email.sealed(), utf8(account.id().toString())))
        .map(address -> new String(address, StandardCharsets.UTF_8));
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
