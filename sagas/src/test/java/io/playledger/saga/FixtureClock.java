package io.playledger.saga;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.axonframework.test.saga.SagaTestFixture;

/** The time of a saga's fixture. */
final class FixtureClock extends Clock {

  private final SagaTestFixture<?> fixture;

  FixtureClock(SagaTestFixture<?> fixture) {
    this.fixture = fixture;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Sagas know UTC only.");
  }

  @Override
  public Instant instant() {
    return fixture.currentTime();
  }
}
