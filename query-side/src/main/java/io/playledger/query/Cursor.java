package io.playledger.query;

import io.playledger.api.InvalidCursorException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The end of a page: the sort keys of its last item. On the wire it is base64url of the keys and of
 * 8 bytes that bind it to its query. It guards against mistakes, not against forgery: it reveals
 * nothing that its bearer cannot query anyway.
 */
public final class Cursor {

  private static final int CHECK_BYTES = 8;
  private static final int LENGTH_MAX = 1_024;
  private static final String BETWEEN = "\u001f";

  private final List<String> keys;

  private Cursor(List<String> keys) {
    this.keys = keys;
  }

  /**
   * Writes a cursor.
   *
   * @param filter the query without cursor and limit
   * @param keys the sort keys of the last item
   */
  public static String write(List<?> filter, Object... keys) {
    String body = Stream.of(keys).map(Object::toString).collect(Collectors.joining(BETWEEN));
    byte[] text = body.getBytes(StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOf(check(filter, body), CHECK_BYTES + text.length);
    System.arraycopy(text, 0, bytes, CHECK_BYTES, text.length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads a cursor back.
   *
   * @throws InvalidCursorException if it was altered or belongs to another filter
   */
  public static Cursor read(String cursor, List<?> filter, int keys) {
    byte[] bytes = decoded(cursor);
    String body =
        new String(bytes, CHECK_BYTES, bytes.length - CHECK_BYTES, StandardCharsets.UTF_8);
    List<String> parts = List.of(body.split(BETWEEN, -1));
    if (parts.size() != keys
        || !MessageDigest.isEqual(check(filter, body), Arrays.copyOf(bytes, CHECK_BYTES))) {
      throw new InvalidCursorException("The cursor belongs to another question.");
    }
    return new Cursor(parts);
  }

  /** Reads a key as text. */
  public String text(int index) {
    return keys.get(index);
  }

  /** Reads a key as a long. */
  public long number(int index) {
    return key(index, Long::parseLong);
  }

  /** Reads a key as an int. */
  public int integer(int index) {
    return key(index, Integer::parseInt);
  }

  /** Reads a key as an instant. */
  public Instant instant(int index) {
    return key(index, Instant::parse);
  }

  /**
   * Reads a key of any type. A forged key of another type is invalid input like any other.
   *
   * @param parse throws IllegalArgumentException or DateTimeException on a text that it cannot read
   */
  public <T> T key(int index, Function<String, T> parse) {
    try {
      return parse.apply(keys.get(index));
    } catch (IllegalArgumentException | DateTimeException otherKind) {
      throw damaged();
    }
  }

  private static byte[] decoded(String cursor) {
    if (cursor.length() <= LENGTH_MAX) {
      try {
        byte[] bytes = Base64.getUrlDecoder().decode(cursor);
        if (bytes.length > CHECK_BYTES) {
          return bytes;
        }
      } catch (IllegalArgumentException notBase64) {
        throw damaged();
      }
    }
    throw damaged();
  }

  private static InvalidCursorException damaged() {
    return new InvalidCursorException("The cursor is damaged.");
  }

  private static byte[] check(List<?> filter, String body) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Object part : filter) {
        if (part != null) {
          byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
          sha.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
          sha.update(text);
        }
        sha.update((byte) 0);
      }
      return Arrays.copyOf(sha.digest(body.getBytes(StandardCharsets.UTF_8)), CHECK_BYTES);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
