package io.playledger.access.identity.telegram;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Sign-in from a Telegram Mini App.
 *
 * @param botToken token of the Mini App's bot; empty to disable the sign-in
 * @param initDataAge greatest age of Telegram's signature, at most 24 hours
 */
@Validated
@ConfigurationProperties("playledger.identity.telegram")
public record TelegramSettings(
    @DefaultValue("") String botToken, @DefaultValue("24h") Duration initDataAge) {

  private static final Duration AGE_MAX = Duration.ofHours(24);
  private static final Pattern TOKEN = Pattern.compile("[0-9]{1,20}:[A-Za-z0-9_-]{20,100}");

  /** Requires a valid bot token, and an age above zero and of at most 24 hours. */
  public TelegramSettings {
    if (!botToken.isEmpty() && !TOKEN.matcher(botToken).matches()) {
      throw new IllegalArgumentException(
          "playledger.identity.telegram.bot-token is no token of a bot");
    }
    if (!initDataAge.isPositive() || initDataAge.compareTo(AGE_MAX) > 0) {
      throw new IllegalArgumentException(
          "playledger.identity.telegram.init-data-age must be above 0 and at most 24h");
    }
  }

  /** Whether the sign-in is enabled. */
  public boolean enabled() {
    return !botToken.isEmpty();
  }

  /** Does not contain the token. */
  @Override
  public String toString() {
    return "TelegramSettings[enabled=" + enabled() + ", initDataAge=" + initDataAge + "]";
  }
}
