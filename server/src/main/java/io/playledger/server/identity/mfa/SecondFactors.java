package io.playledger.server.identity.mfa;

import io.playledger.api.identity.PlayerId;
import io.playledger.server.config.SecretBox;
import io.playledger.server.http.ApiProblem;
import io.playledger.server.http.TransportCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second factors of accounts, in {@code auth.second_factor}. A code counts once; after some wrong
 * ones in a row none is taken for a while, the right one included.
 */
public final class SecondFactors {

  private final JdbcClient database;
  private final SecretBox box;
  private final BackupCodes backupCodes;
  private final TransactionTemplate transactions;
  private final MfaSettings settings;
  private final Clock clock;
  private final Totp totp = new Totp();

  SecondFactors(
      JdbcClient database,
      SecretBox box,
      BackupCodes backupCodes,
      TransactionTemplate transactions,
      MfaSettings settings,
      Clock clock) {
    this.database = database;
    this.box = box;
    this.backupCodes = backupCodes;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What an authenticator needs.
   *
   * @param secret in base32, for typing
   * @param uri {@code otpauth://}
   * @param qrCode the same as a PNG in a data URI
   */
  public record Enrolment(String secret, String uri, String qrCode) {}

  /** How a code was right. */
  public enum Shown {
    AUTHENTICATOR,
    BACKUP_CODE
  }

  private record Row(byte[] secretSealed, boolean confirmed, Optional<Instant> lockedUntil) {}

  /** Whether the account has one that counts. */
  public boolean isEnrolled(PlayerId player) {
    return find(player).filter(Row::confirmed).isPresent();
  }

  /** How many backup codes are left. */
  public int backupCodesLeft(PlayerId player) {
    return backupCodes.left(player);
  }

  /** A new secret, which counts once it is confirmed; MFA_ENROLLED_ALREADY. */
  public Enrolment enrol(PlayerId player, String label) {
    byte[] secret = Totp.newSecret();
    int written =
        database
            .sql(
                "INSERT INTO auth.second_factor (account_id, secret_sealed, last_step, failures)"
                    + " VALUES (?, ?, 0, 0) ON CONFLICT (account_id) DO UPDATE"
                    + " SET secret_sealed = excluded.secret_sealed"
                    + " WHERE auth.second_factor.confirmed_at IS NULL")
            .params(player.value(), box.seal(secret, context(player)))
            .update();
    if (written == 0) {
      throw ApiProblem.of(TransportCode.MFA_ENROLLED_ALREADY);
    }
    String base32 = new Base32().encodeToString(secret);
    String uri = uri(label, base32);
    return new Enrolment(base32, uri, QrCode.of(uri));
  }

  /** With a first code; the answer are the backup codes. MFA_CODE_REJECTED. */
  public List<String> confirm(PlayerId player, String code) {
    requireUnlocked(player);
    if (!takesAuthenticator(player, code, false)) {
      throw rejected(player);
    }
    return transactions.execute(
        status -> {
          database
              .sql(
                  "UPDATE auth.second_factor SET confirmed_at = ?"
                      + " WHERE account_id = ? AND confirmed_at IS NULL")
              .params(utc(clock.instant()), player.value())
              .update();
          return backupCodes.renew(player, settings.backupCodes());
        });
  }

  /** A code of the authenticator or a backup code; MFA_CODE_REJECTED, RATE_LIMITED. */
  public Shown show(PlayerId player, String code) {
    requireUnlocked(player);
    if (code.length() == Totp.DIGITS
        ? takesAuthenticator(player, code, true)
        : isEnrolled(player) && backupCodes.use(player, code)) {
      succeeded(player);
      return code.length() == Totp.DIGITS ? Shown.AUTHENTICATOR : Shown.BACKUP_CODE;
    }
    throw rejected(player);
  }

  /** New backup codes in place of the old. */
  public List<String> renewBackupCodes(PlayerId player) {
    return transactions.execute(status -> backupCodes.renew(player, settings.backupCodes()));
  }

  /** The account has none any more. */
  public void remove(PlayerId player) {
    transactions.executeWithoutResult(
        status -> {
          database
              .sql("DELETE FROM auth.second_factor WHERE account_id = ?")
              .param(player.value())
              .update();
          backupCodes.deleteAll(player);
        });
  }

  private boolean takesAuthenticator(PlayerId player, String code, boolean confirmed) {
    Optional<Row> row = find(player).filter(found -> found.confirmed() == confirmed);
    if (row.isEmpty()) {
      return false;
    }
    byte[] secret = box.open(row.get().secretSealed(), context(player));
    OptionalLong step = totp.stepOf(secret, code, clock.instant());
    // of two with the same code one moves the step on
    return step.isPresent()
        && database
                .sql(
                    "UPDATE auth.second_factor SET last_step = ?"
                        + " WHERE account_id = ? AND last_step < ?")
                .params(step.getAsLong(), player.value(), step.getAsLong())
                .update()
            == 1;
  }

  private void requireUnlocked(PlayerId player) {
    Instant now = clock.instant();
    Optional<Instant> locked = find(player).flatMap(Row::lockedUntil).filter(now::isBefore);
    if (locked.isPresent()) {
      throw ApiProblem.retry(
          TransportCode.RATE_LIMITED,
          "Too many wrong codes; wait as Retry-After says.",
          (int) Duration.between(now, locked.get()).toSeconds() + 1);
    }
  }

  private ApiProblem rejected(PlayerId player) {
    database
        .sql(
            "UPDATE auth.second_factor SET"
                + " failures = CASE WHEN failures + 1 >= ? THEN 0 ELSE failures + 1 END,"
                + " locked_until = CASE WHEN failures + 1 >= ? THEN ?::timestamptz"
                + " ELSE locked_until END WHERE account_id = ?")
        .params(
            settings.failuresMax(),
            settings.failuresMax(),
            utc(clock.instant().plus(settings.lockTime())),
            player.value())
        .update();
    return ApiProblem.of(TransportCode.MFA_CODE_REJECTED);
  }

  private void succeeded(PlayerId player) {
    database
        .sql("UPDATE auth.second_factor SET failures = 0, locked_until = NULL WHERE account_id = ?")
        .param(player.value())
        .update();
  }

  private Optional<Row> find(PlayerId player) {
    return database
        .sql(
            "SELECT secret_sealed, confirmed_at, locked_until"
                + " FROM auth.second_factor WHERE account_id = ?")
        .param(player.value())
        .query(
            (row, number) ->
                new Row(
                    row.getBytes("secret_sealed"),
                    row.getObject("confirmed_at") != null,
                    Optional.ofNullable(row.getObject("locked_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .optional();
  }

  private String uri(String label, String base32) {
    String issuer = encoded(settings.issuer());
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
        .formatted(issuer, encoded(label), base32, issuer, Totp.DIGITS, Totp.STEP_SECONDS);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static byte[] context(PlayerId player) {
    return ("second-factor/" + player).getBytes(StandardCharsets.UTF_8);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
