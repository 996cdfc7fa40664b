package io.playledger.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateTest {

  @Test
  void rateIsParsed() {
    assertThat(Rate.of("30/1m")).isEqualTo(new Rate(30, Duration.ofMinutes(1)));
    assertThat(Rate.of(" 100/15m ")).isEqualTo(new Rate(100, Duration.ofMinutes(15)));
    assertThat(Rate.of("5/1h")).isEqualTo(new Rate(5, Duration.ofHours(1)));
    assertThat(Rate.of("1/10s")).isEqualTo(new Rate(1, Duration.ofSeconds(10)));
    assertThat(Rate.of("9/1d")).isEqualTo(new Rate(9, Duration.ofDays(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "30/m", "0/1m", "-1/1m", "30/0s", "30/25h", "x/1m", "30/1w"})
  void invalidRateIsRefused(String text) {
    assertThatThrownBy(() -> Rate.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
