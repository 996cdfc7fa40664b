package io.playledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {

  private static final RestartPolicy POLICY =
      new RestartPolicy(5, Duration.ofMillis(100), Duration.ofMillis(350), Duration.ofSeconds(1));

  @Test
  void pausesDoubleUpToTheLongest() {
    assertThat(POLICY.pauseBefore(1)).isZero();
    assertThat(POLICY.pauseBefore(2)).hasMillis(100);
    assertThat(POLICY.pauseBefore(3)).hasMillis(200);
    assertThat(POLICY.pauseBefore(4)).hasMillis(350);
    assertThat(POLICY.pauseBefore(10_000)).hasMillis(350);
  }

  @Test
  void policyNeedsAtLeastOneAttempt() {
    assertThatThrownBy(() -> new RestartPolicy(0, Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .hasMessageContaining("attemptsMax");
  }
}
