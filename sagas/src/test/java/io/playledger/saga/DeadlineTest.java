package io.playledger.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Instant DUE = Instant.parse("2026-11-21T12:00:00.123456789Z");

  private static Instant metAt(Instant now) {
    return new Deadline().met(DUE, Clock.fixed(now, ZoneOffset.UTC));
  }

  @Test
  void isNeverMetBeforeItWasDueHoweverTheSchedulerRounds() {
    assertThat(metAt(DUE.minusNanos(789))).isEqualTo(DUE);
  }

  @Test
  void isMetNowWhereItIsLate() {
    assertThat(metAt(DUE.plusSeconds(5))).isEqualTo(DUE.plusSeconds(5));
  }
}
