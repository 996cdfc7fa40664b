package io.playledger.access.identity.mfa;

import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.SecretBox;
import io.playledger.access.secret.Secrets;
import io.playledger.api.identity.PlayerId;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Second factors of accounts. A code is accepted once. Several wrong codes in a row lock the factor
 * for a while, also for the right code. Codes of one account are checked one after the other over
 * all nodes, so that parallel guesses cannot outrun the lock.
 */
public final class SecondFactors {

  /** Blanks and hyphens, which authenticators show and people type. */
  private static final Pattern GAPS = Pattern.compile("[\\s-]");

  private final FactorTable table;
  private final SecretBox box;
  private final BackupCodes backupCodes;
  private final TransactionTemplate transactions;
  private final MfaSettings settings;
  private final Clock clock;
  private final Totp totp = new Totp();

  SecondFactors(
      FactorTable table,
      Secrets secrets,
      BackupCodes backupCodes,
      TransactionTemplate transactions,
      MfaSettings settings,
      Clock clock) {
    this.table = table;
    this.box = secrets.box(SealedData.SECOND_FACTORS);
    this.backupCodes = backupCodes;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The data for an authenticator.
   *
   * @param secret base32, for typing
   * @param uri {@code otpauth://}
   * @param qrCode the URI as a PNG in a data URI
   */
  public record Enrolment(String secret, String uri, String qrCode) {}

  /** How a code was verified. */
  public enum Shown {
    AUTHENTICATOR,
    BACKUP_CODE
  }

  private sealed interface Attempt {

    record Right(Shown how) implements Attempt {}

    record Wrong() implements Attempt {}

    record Locked(Instant until) implements Attempt {}
  }

  /** Whether the account has a confirmed one. */
  public boolean isEnrolled(PlayerId player) {
    return table.find(player).filter(FactorTable.Row::confirmed).isPresent();
  }

  /** The number of unused backup codes. */
  public int backupCodesLeft(PlayerId player) {
    return backupCodes.left(player);
  }

  /** Creates a new secret, which is in use once it is confirmed. Throws MFA_ENROLLED_ALREADY. */
  public Enrolment enrol(PlayerId player, String label) {
    byte[] secret = Totp.newSecret();
    if (!table.begin(player, box.seal(secret, context(player)))) {
      throw ApiProblem.of(TransportCode.MFA_ENROLLED_ALREADY);
    }
    String base32 = new Base32().encodeToString(secret);
    String uri = uri(label, base32);
    return new Enrolment(base32, uri, QrCode.of(uri));
  }

  /**
   * Confirms the secret with a first code and returns backup codes. Throws MFA_CODE_REJECTED,
   * RATE_LIMITED.
   */
  public List<String> confirm(PlayerId player, String code) {
    required(tried(player, code, false));
    return transactions.execute(
        status -> {
          table.confirm(player, clock.instant());
          return backupCodes.renew(player, settings.backupCodes());
        });
  }

  /**
   * Verifies a code of the authenticator or a backup code. Throws MFA_CODE_REJECTED, RATE_LIMITED.
   */
  public Shown show(PlayerId player, String code) {
    return required(tried(player, code, true));
  }

  /** Replaces the backup codes. */
  public List<String> renewBackupCodes(PlayerId player) {
    return transactions.execute(status -> backupCodes.renew(player, settings.backupCodes()));
  }

  /** Removes the second factor. */
  public void remove(PlayerId player) {
    transactions.executeWithoutResult(
        status -> {
          table.delete(player);
          backupCodes.deleteAll(player);
        });
  }

  private Attempt tried(PlayerId player, String typed, boolean confirmed) {
    String code = GAPS.matcher(typed).replaceAll("");
    return transactions.execute(
        status ->
            table
                .lock(player)
                .filter(row -> row.confirmed() == confirmed)
                .map(row -> tried(player, row, code))
                .orElseGet(Attempt.Wrong::new));
  }

  private Attempt tried(PlayerId player, FactorTable.Row row, String code) {
    Instant now = clock.instant();
    Optional<Instant> locked = row.lockedUntil().filter(now::isBefore);
    if (locked.isPresent()) {
      return new Attempt.Locked(locked.get());
    }
    if (code.length() == Totp.DIGITS) {
      OptionalLong step = totp.stepOf(box.open(row.secretSealed(), context(player)), code, now);
      if (step.isPresent() && step.getAsLong() > row.lastStep()) {
        table.succeeded(player, step.getAsLong());
        return new Attempt.Right(Shown.AUTHENTICATOR);
      }
    } else if (row.confirmed() && backupCodes.use(player, code)) {
      table.succeeded(player, row.lastStep());
      return new Attempt.Right(Shown.BACKUP_CODE);
    }
    boolean lock = row.failures() + 1 >= settings.failuresMax();
    table.failed(
        player,
        lock ? 0 : row.failures() + 1,
        lock ? Optional.of(now.plus(settings.lockTime())) : row.lockedUntil());
    return new Attempt.Wrong();
  }

  private Shown required(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Right right -> right.how();
      case Attempt.Wrong wrong -> throw ApiProblem.of(TransportCode.MFA_CODE_REJECTED);
      case Attempt.Locked locked ->
          throw ApiProblem.retry(
              TransportCode.RATE_LIMITED,
              "Too many wrong codes; retry after Retry-After seconds.",
              (int) Duration.between(clock.instant(), locked.until()).toSeconds() + 1);
    };
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
}
