package io.playledger.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class EventStoreSafetyIT {
  @Test
  void durableDatabaseIsAcceptedAndUnsafeSettingsAreNamed() {
    try (TestLog log = TestLog.fresh()) {
      assertThatCode(() -> EventStoreSafety.check(log.pool())).doesNotThrowAnyException();

      PGSimpleDataSource careless = (PGSimpleDataSource) log.plain();
      careless.setOptions("-c synchronous_commit=off");
      assertThatThrownBy(() -> EventStoreSafety.check(careless))
          .isInstanceOfSatisfying(
              UnsafeDatabaseException.class,
              e ->
                  org.assertj.core.api.Assertions.assertThat(e.setting())
                      .isEqualTo("synchronous_commit"))
          .hasMessageContaining("ALTER SYSTEM SET synchronous_commit = on");
    }
  }
}
