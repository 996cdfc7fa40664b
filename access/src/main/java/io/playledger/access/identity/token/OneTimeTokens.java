package io.playledger.access.identity.token;

import io.playledger.access.identity.session.SecretToken;
import io.playledger.api.identity.PlayerId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Single-use tokens in {@code auth.one_time_token}: bound to an account and a purpose, with an
 * expiry, and stored as a hash.
 */
public final class OneTimeTokens {

  private final JdbcClient database;
  private final Clock clock;

  OneTimeTokens(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The purposes of tokens. */
  public enum Purpose {
    VERIFY_EMAIL("plv", Duration.ofHours(24)),
    RESET_PASSWORD("plp", Duration.ofHours(1)),
    /** The first factor was shown and the second is required. */
    SECOND_FACTOR("plm", Duration.ofMinutes(5)),
    /** The same after authentication by another site. */
    SECOND_FACTOR_AFTER_PROVIDER("plm", Duration.ofMinutes(5));

    private final String prefix;
    private final Duration age;

    Purpose(String prefix, Duration age) {
      this.prefix = prefix;
      this.age = age;
    }

    public Duration age() {
      return age;
    }
  }

  public SecretToken issue(PlayerId player, Purpose purpose) {
    SecretToken token = SecretToken.random(purpose.prefix);
    database
        .sql(
            "INSERT INTO auth.one_time_token (hash, account_id, purpose, expires_at)"
                + " VALUES (?, ?, ?, ?)")
        .params(
            token.hash(), player.value(), purpose.name(), utc(clock.instant().plus(purpose.age)))
        .update();
    return token;
  }

  /** The owner of a valid token. The token stays valid. */
  public Optional<PlayerId> peek(String presented, Purpose purpose) {
    SecretToken token = new SecretToken(presented);
    if (!token.hasForm(purpose.prefix)) {
      return Optional.empty();
    }
    return database
        .sql(
            "SELECT account_id FROM auth.one_time_token WHERE hash = ? AND purpose = ?"
                + " AND used_at IS NULL AND expires_at > ?")
        .params(token.hash(), purpose.name(), utc(clock.instant()))
        .query(UUID.class)
        .optional()
        .map(PlayerId::new);
  }

  /** Uses the token up. Only one of two parallel calls succeeds. */
  public Optional<PlayerId> use(String presented, Purpose purpose) {
    SecretToken token = new SecretToken(presented);
    if (!token.hasForm(purpose.prefix)) {
      return Optional.empty();
    }
    OffsetDateTime now = utc(clock.instant());
    return database
        .sql(
            "UPDATE auth.one_time_token SET used_at = ? WHERE hash = ? AND purpose = ?"
                + " AND used_at IS NULL AND expires_at > ? RETURNING account_id")
        .params(now, token.hash(), purpose.name(), now)
        .query(UUID.class)
        .optional()
        .map(PlayerId::new);
  }

  /** Invalidates all other tokens of this purpose. */
  public void forget(PlayerId player, Purpose purpose) {
    database
        .sql(
            "UPDATE auth.one_time_token SET used_at = ? WHERE account_id = ? AND purpose = ?"
                + " AND used_at IS NULL")
        .params(utc(clock.instant()), player.value(), purpose.name())
        .update();
  }

  /** Invalidates all tokens that rest on the former password. */
  public void forgetLetIns(PlayerId player) {
    forget(player, Purpose.RESET_PASSWORD);
    forget(player, Purpose.SECOND_FACTOR);
    forget(player, Purpose.SECOND_FACTOR_AFTER_PROVIDER);
  }

  /** Deletes tokens that expired a day ago. */
  public void clean() {
    database
        .sql("DELETE FROM auth.one_time_token WHERE expires_at < ?")
        .param(utc(clock.instant().minus(Duration.ofDays(1))))
        .update();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
