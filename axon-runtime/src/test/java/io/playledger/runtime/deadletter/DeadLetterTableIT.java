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

  private DeadLetterQueue queue(String processor) {
    return new DeadLetterQueue(letters, processor, 0);
  }

  private void park(long position, String counter, String cause) {
    queue(PROCESSOR).park(opened(counter, position), new RuntimeException(cause));
  }

  private List<Long> open() {
    return letters.open(PROCESSOR, 100).stream().map(DeadLetter::position).toList();
  }

  @Test
  void rebuildDeletesOpenLettersUpToItsPositionOnly() {
    for (long position = 4; position <= 7; position++) {
      park(position, "counter:" + position, "no");
    }
    queue("projections.other").park(opened("counter:4", 4), new RuntimeException("no"));
    letters.discard(letters.first(PROCESSOR, 0, "counter:4").orElseThrow().id(), "known", "admin");

    letters.deleteUpTo(PROCESSOR, 6);

    assertThat(open()).containsExactly(7L);
    assertThat(letters.count("projections.other")).isEqualTo(1);
    assertThat(letters.openSequences(PROCESSOR, 0)).containsExactly("counter:7");
    assertThat(letters.discardedPositions(PROCESSOR)).containsExactly(4L);
  }

  @Test
  void secondFailureOfAnEventCountsAsAnotherAttemptOfTheSameLetter() {
    queue(PROCESSOR).parkBehind(List.of(opened("counter:1", 1)));
    park(1, "counter:1", "first");
    park(1, "counter:1", "second");
    queue(PROCESSOR).parkBehind(List.of(opened("counter:1", 1)));

    DeadLetter letter = letters.first(PROCESSOR, 0, "counter:1").orElseThrow();
    assertThat(letters.count(PROCESSOR)).isEqualTo(1);
    assertThat(letter.attempts()).isEqualTo(2);
    assertThat(letter.cause()).contains("second");
    assertThat(letter.eventType()).isEqualTo("counter.CounterOpened");
  }

  @Test
  void oldestLetterOfASequenceComesFirst() {
    queue(PROCESSOR).parkBehind(List.of(opened("counter:1", 9)));
    park(8, "counter:1", "no");

    assertThat(letters.first(PROCESSOR, 0, "counter:1").orElseThrow().position()).isEqualTo(8);
    assertThat(queue(PROCESSOR).waiting(List.of(opened("counter:1", 10), opened("counter:2", 11))))
        .containsExactly("counter:1");
  }

  @Test
  void segmentsOfAProcessorHaveLettersOfTheirOwn() {
    DeadLetterQueue other = new DeadLetterQueue(letters, PROCESSOR, 1);
    park(3, "counter:1", "no");
    assertThat(other.waiting(List.of(opened("counter:1", 3)))).isEmpty();
    other.park(opened("counter:1", 3), new RuntimeException("no"));

    assertThat(letters.open(PROCESSOR, 10)).extracting(DeadLetter::segment).containsExactly(0, 1);
  }
}
