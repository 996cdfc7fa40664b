package io.playledger.eventstore.append;

import static io.playledger.eventstore.TestEvents.history;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.CommandKey;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.OutcomeDraft;
import io.playledger.eventstore.TestLog;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.eventstore.tail.StoredBatch;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AppendBatchTest {

  private static final long FIRST = 41;

  private final PendingAppend two = pending("a", 2, null);
  private final PendingAppend three = pending("b", 3, draft());
  private final PendingAppend one = pending("c", 1, draft());
  private final AppendBatch batch = new AppendBatch(List.of(two, three, one));

  private static OutcomeDraft draft() {
    return new OutcomeDraft(new CommandKey("user-1", UUID.randomUUID(), new byte[1]), "{}");
  }

  private static PendingAppend pending(String account, int events, OutcomeDraft outcome) {
    EventStoreLimits limits = EventStoreLimits.defaults();
    return new PendingAppend(
        new EventSerialization(TestLog.SERIALIZER, limits).serialize(history(account, events)),
        outcome,
        List.of(),
        List.of(),
        new QueuedAppend(limits.appendWaitMillisMax()));
  }

  @Test
  void commandsOfABatchLearnWhereTheirFirstEventsLie() {
    batch.stored(FIRST);

    assertThat(two.queued().awaitStored()).isEqualTo(41);
    assertThat(three.queued().awaitStored()).isEqualTo(43);
    assertThat(one.queued().awaitStored()).isEqualTo(46);
  }

  @Test
  void recordsOfABatchLieAtConsecutivePositionsFromItsFirst() {
    assertThat(batch.records(FIRST))
        .extracting(EventRecord::position)
        .containsExactly(41L, 42L, 43L, 44L, 45L, 46L);
    assertThat(batch.records(FIRST))
        .extracting(EventRecord::aggregateId)
        .containsExactly("a", "a", "b", "b", "b", "c");
  }

  @Test
  void followersOfTheLogLearnWhereABatchLies() {
    StoredBatch stored = batch.storedAt(FIRST);

    assertThat(stored.first()).isEqualTo(41);
    assertThat(stored.events()).isEqualTo(6);
    assertThat(stored.records().get()).extracting(EventRecord::position).first().isEqualTo(41L);
  }

  @Test
  void outcomeOfACommandLiesAtItsLastEvent() {
    AppendBatch.OutcomeColumns outcomes = batch.outcomeColumns();

    assertThat(outcomes.lastOrdinals()).containsExactly(5L, 6L);
    assertThat(outcomes.keys())
        .containsExactly(
            three.outcome().key().key().toString(), one.outcome().key().key().toString());
  }
}
