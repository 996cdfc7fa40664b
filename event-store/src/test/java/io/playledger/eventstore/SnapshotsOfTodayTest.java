package io.playledger.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.snapshot.SnapshotsOfToday;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class SnapshotsOfTodayTest {

  private final SnapshotsOfToday filter =
      new SnapshotsOfToday(Jackson3Serializer.builder().build());

  @Revision("2")
  record Changed(long total) {}

  record Unchanged(long total) {}

  @Test
  void snapshotsOfAnEarlierRevisionAreIgnored() {
    assertThat(filter.allow(snapshot(Changed.class.getName(), "2"))).isTrue();
    assertThat(filter.allow(snapshot(Changed.class.getName(), "1"))).isFalse();
    assertThat(filter.allow(snapshot(Changed.class.getName(), null))).isFalse();
    assertThat(filter.allow(snapshot(Unchanged.class.getName(), null))).isTrue();
    assertThat(filter.allow(snapshot(Unchanged.class.getName(), "1"))).isFalse();
    assertThat(filter.allow(snapshot("no.longer.There", null))).isFalse();
  }

  private static DomainEventData<?> snapshot(String type, String revision) {
    return new GenericDomainEventEntry<>(
        "Sample",
        "sample",
        7,
        "snapshot",
        Instant.EPOCH,
        type,
        revision,
        "{\"total\":1}".getBytes(StandardCharsets.UTF_8),
        "{}".getBytes(StandardCharsets.UTF_8));
  }
}
