package io.playledger.access.identity.telegram;

import io.playledger.access.identity.external.ExternalPerson;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Verifies that Telegram signed {@code initData} of a Mini App for this bot, and reads the person:
 * <a
 * href="https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app">Telegram's
 * description</a>. All fields but {@code hash} are signed, in the order of their names; among them
 * {@code signature}, which is for verifiers without the bot's token.
 */
public final class InitData {

  /** The name as in paths. */
  public static final String PROVIDER = "telegram";

  /** Greatest number of characters of {@code initData}. */
  public static final int CHARS_MAX = 8_192;

  private static final int FIELDS_MAX = 50;
  private static final String HASH = "hash";
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] SECRET_OF = "WebAppData".getBytes(StandardCharsets.US_ASCII);
  private static final Pattern HASH_SHAPE = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SECONDS_SHAPE = Pattern.compile("[0-9]{1,12}");
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  /** Tolerance for a Telegram clock that is ahead of ours. */
  private static final Duration AHEAD_MAX = Duration.ofSeconds(30);

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final byte[] secret;
  private final Duration ageMax;
  private final Clock clock;

  /** Verification for this bot. */
  public InitData(String botToken, Duration ageMax, Clock clock) {
    this.secret = hmac(SECRET_OF, botToken);
    this.ageMax = ageMax;
    this.clock = clock;
  }

  /**
   * The person who opened the Mini App; empty if Telegram did not sign the data, or too long ago.
   */
  public Optional<ExternalPerson> verify(String initData) {
    Optional<Map<String, String>> fields = fields(initData);
    if (fields.isEmpty() || !isSigned(fields.get()) || !isRecent(fields.get().get("auth_date"))) {
      return Optional.empty();
    }
    return person(fields.get().get("user"));
  }

  /** The fields by name; empty if the text is not a list of fields or repeats one. */
  private static Optional<Map<String, String>> fields(String initData) {
    Map<String, String> fields = new TreeMap<>();
    if (initData.length() > CHARS_MAX) {
      return Optional.empty();
    }
    for (String part : initData.split("&", FIELDS_MAX + 1)) {
      int equals = part.indexOf('=');
      if (equals < 1 || fields.size() == FIELDS_MAX) {
        return Optional.empty();
      }
      try {
        String name = decoded(part.substring(0, equals));
        String value = decoded(part.substring(equals + 1));
        // a line break in a field would turn it into two signed fields
        if (CONTROLS.matcher(name + value).find() || fields.put(name, value) != null) {
          return Optional.empty();
        }
      } catch (IllegalArgumentException notEncoded) {
        return Optional.empty();
      }
    }
    return Optional.of(fields);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private boolean isSigned(Map<String, String> fields) {
    String hash = fields.getOrDefault(HASH, "");
    if (!HASH_SHAPE.matcher(hash).matches()) {
      return false;
    }
    String signed =
        fields.entrySet().stream()
            .filter(field -> !field.getKey().equals(HASH))
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("\n"));
    return MessageDigest.isEqual(hmac(secret, signed), HexFormat.of().parseHex(hash));
  }

  private boolean isRecent(@Nullable String authDate) {
    if (authDate == null || !SECONDS_SHAPE.matcher(authDate).matches()) {
      return false;
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(authDate));
    Instant now = clock.instant();
    return !signedAt.isAfter(now.plus(AHEAD_MAX)) && !signedAt.isBefore(now.minus(ageMax));
  }

  /** Absent if the Mini App was opened by a keyboard button. */
  private static Optional<ExternalPerson> person(@Nullable String user) {
    if (user == null) {
      return Optional.empty();
    }
    try {
      JsonNode json = JSON.readTree(user);
      JsonNode id = json.path("id");
      if (!id.isIntegralNumber() || !id.canConvertToLong() || id.asLong() <= 0) {
        return Optional.empty();
      }
      String name = json.path("username").asString(json.path("first_name").asString(""));
      return Optional.of(
          ExternalPerson.withoutEmail(PROVIDER, Long.toString(id.asLong()), Optional.of(name)));
    } catch (JacksonException notJson) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
