package io.playledger.eventstore;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** Events of accounts. */
public final class TestEvents {
  private TestEvents() {}

  /** Something was credited. */
  public record Credited(String account, long amount, String note) {}

  public static DomainEventMessage<Credited> credited(String account, long sequence) {
    return credited(account, sequence, Map.of("actor", "alice", "correlationId", "c-1"));
  }

  public static DomainEventMessage<Credited> credited(
      String account, long sequence, Map<String, String> metadata) {
    return new GenericDomainEventMessage<>(
        "Account",
        account,
        sequence,
        new Credited(account, 100 + sequence, "a note with \"quotes\", \\ and \u00e9\ud83d\ude00"),
        MetaData.from(metadata));
  }

  public static List<DomainEventMessage<Credited>> history(String account, int events) {
    return LongStream.range(0, events).mapToObj(sequence -> credited(account, sequence)).toList();
  }
}
