package io.playledger.access.identity.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private final Totp totp = new Totp();

  /** Appendix B of RFC 6238, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesEqualThoseOfTheStandard(long second, String code) {
    assertThat(totp.code(SECRET, second / Totp.STEP_SECONDS)).isEqualTo(code);
    assertThat(totp.stepOf(SECRET, code, Instant.ofEpochSecond(second)))
        .hasValue(second / Totp.STEP_SECONDS);
  }

  @Test
  void codesOfTheAdjacentStepsAreAccepted() {
    Instant now = Instant.ofEpochSecond(1_000 * Totp.STEP_SECONDS);
    for (long step = 996; step <= 1_004; step++) {
      OptionalLong taken = totp.stepOf(SECRET, totp.code(SECRET, step), now);
      assertThat(taken)
          .isEqualTo(Math.abs(step - 1_000) <= 1 ? OptionalLong.of(step) : OptionalLong.empty());
    }
    assertThat(totp.stepOf(SECRET, "", now)).isEmpty();
  }
}
