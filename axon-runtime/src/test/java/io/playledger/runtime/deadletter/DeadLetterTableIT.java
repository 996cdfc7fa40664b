package io.playledger.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.runtime.sample.CounterMessages;
import io.playledger.runtime.sample.CounterMessages.CounterOpened;
import io.playledger.runtime.sample.SampleApplication;
import io.playledger.runtime.serialization.TypeNames;
import java.util.List;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

class DeadLetterTableIT {

  private static final String PROCESSOR = "projections.counters";

  private final DeadLetterTable letters =
      new DeadLetterTable(
          new JdbcTemplate(SampleApplication.newDatabase().dataSource()),
          "axon",
          TypeNames.builder().addAll(CounterMessages.names()).build());

  private static TrackedEventMessage<?> opened(String counter, long position) {
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        new GenericDomainEventMessage<>("counter.Counter", counter, 0, new CounterOpened(counter)));
  }

  private List<Long> open() {
    return letters.open(PROCESSOR, 100).stream().map(DeadLetter::position).toList();
  }

  @Test
  void rebuildReplacesLettersUpToItsPositionOnly() {
    for (long position = 4; position <= 7; position++) {
      letters.park(PROCESSOR, opened("counter:" + position, position), new RuntimeException("no"));
    }
    letters.park("projections.other", opened("counter:4", 4), new RuntimeException("no"));
    letters.discard(letters.first(PROCESSOR, "counter:4").orElseThrow().id(), "known", "admin");

    letters.replaceUpTo(PROCESSOR, 6);

    assertThat(open()).containsExactly(7L);
    assertThat(letters.count("projections.other")).isEqualTo(1);
    assertThat(letters.openSequences(PROCESSOR)).containsExactly("counter:7");
  }

  @Test
  void secondFailureOfAnEventCountsAsAnotherAttemptOfTheSameLetter() {
    letters.park(PROCESSOR, opened("counter:1", 1), null);
    letters.park(PROCESSOR, opened("counter:1", 1), new RuntimeException("first"));
    letters.park(PROCESSOR, opened("counter:1", 1), new RuntimeException("second"));

    DeadLetter letter = letters.first(PROCESSOR, "counter:1").orElseThrow();
    assertThat(letters.count(PROCESSOR)).isEqualTo(1);
    assertThat(letter.attempts()).isEqualTo(2);
    assertThat(letter.cause()).contains("second");
    assertThat(letter.eventType()).isEqualTo("counter.CounterOpened");
  }

  @Test
  void oldestLetterOfASequenceComesFirst() {
    letters.park(PROCESSOR, opened("counter:1", 9), null);
    letters.park(PROCESSOR, opened("counter:1", 8), new RuntimeException("no"));

    assertThat(letters.first(PROCESSOR, "counter:1").orElseThrow().position()).isEqualTo(8);
    assertThat(letters.isOpen(PROCESSOR, "counter:1")).isTrue();
    assertThat(letters.isOpen(PROCESSOR, "counter:2")).isFalse();
  }
}
