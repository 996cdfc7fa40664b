package io.playledger.access.identity.telegram;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Telegram does, so that tests can be anybody. */
public final class SignedInitData {

  /** Of nobody's bot. */
  public static final String BOT_TOKEN = "4242424242:" + "tests-and-nothing-else-are-signed-by-it";

  private final Map<String, String> fields = new LinkedHashMap<>();
  private String botToken = BOT_TOKEN;

  private SignedInitData() {}

  /** Somebody who opened the Mini App at this time. */
  public static SignedInitData of(long id, String username, Instant at) {
    return new SignedInitData()
        .with("query_id", "AAHdF6IQAAAAAN0XohDhrOrc")
        .with(
            "user",
            "{\"id\":%d,\"first_name\":\"A + \\/ 'b\",\"username\":\"%s\",\"language_code\":\"en\"}"
                .formatted(id, username))
        .with("auth_date", Long.toString(at.getEpochSecond()))
        .with("signature", "only-for-those-without-the-token_-");
  }

  /** The same with another field. */
  public SignedInitData with(String name, String value) {
    fields.put(name, value);
    return this;
  }

  /** The same without a field. */
  public SignedInitData without(String name) {
    fields.remove(name);
    return this;
  }

  /** Signed for another bot. */
  public SignedInitData by(String otherToken) {
    botToken = otherToken;
    return this;
  }

  /** As a Mini App gets it. */
  public String text() {
    return encoded() + "&hash=" + hash();
  }

  /** The fields alone, with no hash. */
  public String encoded() {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** What the fields are signed with. */
  public String hash() {
    String signed =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("\n"));
    byte[] secret = hmac("WebAppData".getBytes(StandardCharsets.US_ASCII), botToken);
    return HexFormat.of().formatHex(hmac(secret, signed));
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
