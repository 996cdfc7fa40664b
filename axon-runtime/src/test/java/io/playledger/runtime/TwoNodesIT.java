package io.playledger.runtime;

import static io.playledger.runtime.sample.SampleApplication.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.processor.ProjectionProgress;
import io.playledger.runtime.sample.CounterMessages.CloseCounter;
import io.playledger.runtime.sample.CounterMessages.CopyTotal;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.RaiseTo;
import io.playledger.runtime.sample.CounterMessages.Refused;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.StepDown;
import io.playledger.runtime.sample.CounterMessages.Total;
import io.playledger.runtime.sample.SampleApplication;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes on one database: caches become stale, and the projection runs on one node only. */
class TwoNodesIT {

  private SampleApplication owner;
  private SampleApplication other;

  @BeforeEach
  void start() {
    PostgresDatabase database = SampleApplication.newDatabase();
    owner = node(database, "node-a");
    owner.send(new OpenCounter("counter:1"));
    assertThat(owner.reached(1)).isTrue();
    other = node(database, "node-b");
  }

  @AfterEach
  void stop() {
    owner.close();
    other.close();
  }

  @Test
  void staleAggregateIsReloadedAndTheCommandSucceeds() {
    for (int i = 1; i <= 40; i += 2) {
      assertThat(owner.send(new Step("counter:1", 1)).result()).isEqualTo(new Total(i));
      assertThat(other.send(new Step("counter:1", 1)).result()).isEqualTo(new Total(i + 1));
    }
  }

  /** A rejection appends nothing, so nothing at the log tells the node that it is behind. */
  @Test
  void rejectionConsidersEventsOfTheOtherNode() {
    owner.send(new Step("counter:1", 1_000));
    assertThatThrownBy(() -> other.send(new Step("counter:1", 1))).isInstanceOf(Refused.class);
    owner.send(new StepDown("counter:1", 500));

    assertThat(other.send(new Step("counter:1", 1)).result()).isEqualTo(new Total(501));
  }

  @Test
  void keyedRejectionConsidersEventsOfTheOtherNode() {
    owner.send(new Step("counter:1", 1_000));
    assertThatThrownBy(() -> other.send(new Step("counter:1", 1), key("first")))
        .isInstanceOf(Refused.class);
    owner.send(new StepDown("counter:1", 500));

    assertThat(other.send(new Step("counter:1", 1), key("second")).result())
        .isEqualTo(new Total(501));
    assertThatThrownBy(() -> other.send(new Step("counter:1", 500), key("third")))
        .isInstanceOf(Refused.class);
  }

  @Test
  void resultWithoutEventsConsidersEventsOfTheOtherNode() {
    assertThat(other.send(new RaiseTo("counter:1", 0)).result()).isEqualTo(new Total(0));
    owner.send(new Step("counter:1", 7));
    assertThat(other.send(new RaiseTo("counter:1", 0)).result()).isEqualTo(new Total(7));
    owner.send(new Step("counter:1", 7));
    assertThat(other.send(new RaiseTo("counter:1", 0), key("once")).result())
        .isEqualTo(new Total(14));
  }

  /** It appends to another aggregate, whose sequence knows nothing of the one it looked at. */
  @Test
  void commandThatReadsAnAggregateConsidersEventsOfTheOtherNode() {
    owner.send(new OpenCounter("counter:2"));
    owner.send(new Step("counter:1", 3));
    assertThat(other.send(new CopyTotal("counter:1", "counter:2")).result())
        .isEqualTo(new Total(3));
    owner.send(new Step("counter:1", 4));

    assertThat(other.send(new CopyTotal("counter:1", "counter:2")).result())
        .isEqualTo(new Total(7));
  }

  @Test
  void nodeWithoutTheProjectionReadsWritesOfBothNodes() {
    for (int i = 1; i <= 10; i++) {
      CommandReply reply = other.send(new Step("counter:1", 1));
      assertThat(other.reached(reply.position())).isTrue();
      assertThat(other.total("counter:1")).isEqualTo(i);
    }
  }

  @Test
  void positionOfAnUnhandledEventCountsAsReachedAtOnce() {
    long position = other.send(new CloseCounter("counter:1")).position();
    assertThat(
            other
                .get(ProjectionProgress.class)
                .awaitPosition("counters", position, Duration.ofSeconds(1)))
        .isTrue();
    assertThat(
            owner
                .get(ProjectionProgress.class)
                .awaitPosition("counters", position, Duration.ofSeconds(1)))
        .isTrue();
    assertThat(
            other
                .get(ProjectionProgress.class)
                .awaitPosition("counters", position + 1, Duration.ofMillis(50)))
        .isFalse();
  }

  @Test
  void otherNodeTakesOverTheProcessorsOfALostNode() {
    owner.close();
    CommandReply reply = other.send(new Step("counter:1", 1));
    Awaitility.await().until(() -> other.reached(reply.position()));
    assertThat(other.total("counter:1")).isEqualTo(1);
  }

  private static SampleApplication node(PostgresDatabase database, String name) {
    return SampleApplication.on(
        database,
        List.of(),
        "playledger.runtime.node-id=" + name,
        "playledger.runtime.claim-timeout=1s");
  }
}
