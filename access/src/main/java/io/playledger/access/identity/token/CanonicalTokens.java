package io.playledger.access.identity.token;

import java.util.Arrays;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/**
 * Refuses every spelling of a token except the issued one. Base64 has several spellings for the
 * same bytes (the last character has unused bits, and lenient decoders skip unknown characters), so
 * an altered token could otherwise still be valid.
 */
final class CanonicalTokens implements JwtDecoder {

  private static final int LENGTH_MAX = 4_096;
  private static final int PARTS = 3;
  private static final byte[] VALUES = values();

  private final JwtDecoder tokens;

  CanonicalTokens(JwtDecoder tokens) {
    this.tokens = tokens;
  }

  @Override
  public Jwt decode(String token) throws JwtException {
    if (!isCanonical(token)) {
      throw new BadJwtException("the token is not written as tokens are");
    }
    return tokens.decode(token);
  }

  /** Whether the token has three parts of base64url without padding, with all unused bits zero. */
  static boolean isCanonical(String token) {
    if (token.length() > LENGTH_MAX) {
      return false;
    }
    int parts = 0;
    int from = 0;
    while (from <= token.length()) {
      int dot = token.indexOf('.', from);
      int to = dot < 0 ? token.length() : dot;
      if (!isCanonical(token, from, to)) {
        return false;
      }
      parts++;
      from = to + 1;
    }
    return parts == PARTS;
  }

  private static boolean isCanonical(String token, int from, int to) {
    if (from == to) {
      return false;
    }
    int last = 0;
    for (int i = from; i < to; i++) {
      char digit = token.charAt(i);
      last = digit < VALUES.length ? VALUES[digit] : -1;
      if (last < 0) {
        return false;
      }
    }
    return switch ((to - from) % 4) {
      case 0 -> true;
      case 2 -> (last & 0b1111) == 0;
      case 3 -> (last & 0b11) == 0;
      default -> false;
    };
  }

  private static byte[] values() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    byte[] values = new byte[128];
    Arrays.fill(values, (byte) -1);
    for (int value = 0; value < alphabet.length(); value++) {
      values[alphabet.charAt(value)] = (byte) value;
    }
    return values;
  }
}
