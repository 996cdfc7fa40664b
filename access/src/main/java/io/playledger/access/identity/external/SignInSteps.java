package io.playledger.access.identity.external;

import io.playledger.access.identity.session.SecretToken;
import io.playledger.access.secret.SealedData;
import io.playledger.access.secret.SecretBox;
import io.playledger.access.secret.Secrets;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The state of a sign-in through another site between two requests, in {@code auth.sign_in_step}:
 * encrypted, named by a token of which only the hash is stored, with an expiry, and deleted when it
 * is used.
 */
public final class SignInSteps {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int RETRY_AFTER_SECONDS = 60;

  private final JdbcClient database;
  private final SecretBox box;
  private final int stepsMax;
  private final Clock clock;

  SignInSteps(JdbcClient database, Secrets secrets, SignInStepSettings settings, Clock clock) {
    this.database = database;
    this.box = secrets.box(SealedData.SIGN_IN_STEPS);
    this.stepsMax = settings.stepsMax();
    this.clock = clock;
  }

  /** Kinds of steps. */
  public enum Kind {
    /** A signed-in player links an identity, and the browser has not been redirected yet. */
    TICKET("plt", Duration.ofMinutes(1)),
    /** The browser is at the other site. */
    JOURNEY("plj", Duration.ofMinutes(10)),
    /** The browser has returned, and its code can be exchanged. */
    CODE("plo", Duration.ofMinutes(1));

    private final String prefix;
    private final Duration age;

    Kind(String prefix, Duration age) {
      this.prefix = prefix;
      this.age = age;
    }

    /** A new name for a step of this kind. */
    public SecretToken newToken() {
      return SecretToken.random(prefix);
    }

    /** How long the step is valid. */
    public Duration age() {
      return age;
    }
  }

  /** Stores a step under this name. Throws UNAVAILABLE if there are too many. */
  public void keep(Kind kind, SecretToken token, Object content) {
    Instant now = clock.instant();
    int kept =
        database
            .sql(
                "INSERT INTO auth.sign_in_step (hash, kind, sealed, expires_at) SELECT ?, ?, ?, ?"
                    + " WHERE (SELECT count(*) FROM auth.sign_in_step WHERE expires_at > ?) < ?")
            .params(
                token.hash(),
                kind.name(),
                box.seal(JSON.writeValueAsBytes(content), context(kind, token)),
                utc(now.plus(kind.age)),
                utc(now),
                stepsMax)
            .update();
    if (kept == 0) {
      throw ApiProblem.retry(
          TransportCode.UNAVAILABLE,
          "Too many sign-ins through other sites are in progress; try again in a moment.",
          RETRY_AFTER_SECONDS);
    }
  }

  /** Uses the step up. Only one of two parallel calls gets it. */
  public <T> Optional<T> take(Kind kind, String presented, Class<T> type) {
    SecretToken token = new SecretToken(presented);
    if (!token.hasForm(kind.prefix)) {
      return Optional.empty();
    }
    return database
        .sql(
            "DELETE FROM auth.sign_in_step WHERE hash = ? AND kind = ? AND expires_at > ?"
                + " RETURNING sealed")
        .params(token.hash(), kind.name(), utc(clock.instant()))
        .query(byte[].class)
        .optional()
        .map(bytes -> JSON.readValue(box.open(bytes, context(kind, token)), type));
  }

  /** Deletes expired steps. */
  public void clean() {
    database
        .sql("DELETE FROM auth.sign_in_step WHERE expires_at < ?")
        .param(utc(clock.instant()))
        .update();
  }

  private static byte[] context(Kind kind, SecretToken token) {
    return ("sign-in-step/" + kind + "/" + HexFormat.of().formatHex(token.hash()))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
