package io.playledger.access.identity.account;

import io.playledger.access.secret.HashPurpose;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.SecretBox;
import io.playledger.access.secret.Secrets;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.http.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Stores e-mail addresses as a keyed hash for searching, and encrypted for sending. */
public final class EmailAddresses {

  private final KeyedHash hashes;
  private final SecretBox box;

  EmailAddresses(Secrets secrets) {
    this.hashes = new KeyedHash(secrets.hashKey(HashPurpose.EMAIL));
    this.box = secrets.box(SealedData.EMAILS);
  }

  /** The hash, which ignores the case of ASCII letters and surrounding blanks. */
  public byte[] hash(String email) {
    return hashes.of(normal(email));
  }

  /** The address in the form of an account. */
  public Account.Email kept(PlayerId owner, String email, boolean verified) {
    return new Account.Email(
        hash(email), box.seal(utf8(normal(email)), utf8(owner.toString())), verified);
  }

  /** The decrypted address, for its owner only; empty if the account has none. */
  public Optional<String> of(Account account) {
    return account.email().map(email -> open(account.id(), email));
  }

  /** Encrypts a requested address of an account. */
  public String of(EmailChangeTable.Row wanted) {
    return open(wanted.player(), wanted.email());
  }

  private String open(PlayerId owner, Account.Email email) {
    return new String(box.open(email.sealed(), utf8(owner.toString())), StandardCharsets.UTF_8);
  }

  /**
   * Lowers ASCII letters only: the lower case of some other letters is an ASCII letter (the Kelvin
   * sign becomes k), which would confuse two mailboxes.
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
