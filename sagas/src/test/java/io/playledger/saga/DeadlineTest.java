package io.playledger.saga;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  private static final Instant DUE = Instant.parse("2026-11-21T12:00:00.123456789Z");

  private final Deadline deadline = new Deadline();
  private final DeadlinesOfNobody deadlines = new DeadlinesOfNobody();

  @BeforeEach
  void set() {
    deadline.set(deadlines, DUE, "first", "message");
  }

  private static Clock at(Instant now) {
    return Clock.fixed(now, ZoneOffset.UTC);
  }

  @Test
  void deadlineIsNeverMetEarlyHoweverTheSchedulerRounds() {
    assertThat(deadline.met("first", DUE, at(DUE.minusNanos(789)))).contains(DUE);
  }

  @Test
  void overdueDeadlineIsMetAtOnce() {
    assertThat(deadline.met("first", DUE, at(DUE.plusSeconds(5)))).contains(DUE.plusSeconds(5));
  }

  @Test
  void deadlineIsMetOnce() {
    deadline.met("first", DUE, at(DUE));

    assertThat(deadline.met("first", DUE, at(DUE))).isEmpty();
  }

  @Test
  void cancelledDeadlineIsNotMet() {
    deadline.cancel(deadlines);

    assertThat(deadline.met("first", DUE, at(DUE))).isEmpty();
  }

  @Test
  void replacedDeadlineIsNotMet() {
    deadline.set(deadlines, DUE, "second", "message");
    assertThat(deadline.met("first", DUE, at(DUE))).isEmpty();

    deadline.set(deadlines, DUE.plusSeconds(9), "second", "message");
    assertThat(deadline.met("second", DUE, at(DUE))).isEmpty();
    assertThat(deadline.met("second", DUE.plusSeconds(9), at(DUE))).contains(DUE.plusSeconds(9));
  }

  /** Schedules without a saga in scope. */
  private static final class DeadlinesOfNobody extends StubDeadlineManager {

    @Override
    public String schedule(Instant instant, String name, Object message) {
      ScopeDescriptor nobody = () -> "nobody";
      return schedule(instant, name, message, nobody);
    }
  }
}
