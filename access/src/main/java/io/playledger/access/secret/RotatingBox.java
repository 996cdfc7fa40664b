package io.playledger.access.secret;

import java.util.Arrays;
import java.util.List;

/**
 * Encrypts under the first of several master keys and decrypts under any of them. A value begins
 * with the header of its key; an older value without a header is tried with each key.
 */
final class RotatingBox implements SecretBox {

  private final List<Part> parts;

  RotatingBox(List<MasterKey> keys, String purpose) {
    this.parts =
        keys.stream().map(key -> new Part(key, new SingleKeyBox(key.derive(purpose)))).toList();
  }

  private record Part(MasterKey key, SingleKeyBox box) {}

  @Override
  public byte[] seal(byte[] plain, byte[] context) {
    Part newest = parts.getFirst();
    byte[] body = newest.box().seal(plain, context);
    byte[] sealed = Arrays.copyOf(newest.key().header(), MasterKey.HEADER_BYTES + body.length);
    System.arraycopy(body, 0, sealed, MasterKey.HEADER_BYTES, body.length);
    return sealed;
  }

  @Override
  public byte[] open(byte[] sealed, byte[] context) {
    for (Part part : parts) {
      if (part.key().sealed(sealed)) {
        byte[] body = Arrays.copyOfRange(sealed, MasterKey.HEADER_BYTES, sealed.length);
        return part.box().open(body, context);
      }
    }
    return parts.stream()
        .flatMap(part -> part.box().tryOpen(sealed, context).stream())
        .findFirst()
        .orElseThrow(SingleKeyBox::notOurs);
  }
}
