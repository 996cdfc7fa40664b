package io.playledger.server.ops;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.playledger.api.AsOf;
import io.playledger.command.CommandSide;
import io.playledger.eventstore.read.EventLogFilter;
import io.playledger.eventstore.read.EventLogPage;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.eventstore.read.EventRecord;
import io.playledger.web.problem.ApiProblem;
import io.playledger.web.problem.TransportCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rebuilds aggregates from their events up to any moment, as the command side does. */
final class AggregateHistory {

  private static final int EVENTS_SHOWN_MAX = 500;

  private final EventStore events;
  private final AuditLog log;
  private final JsonMapper json;
  private final JsonMapper stateJson;
  private final Map<String, Model<?>> models;

  AggregateHistory(EventStore events, AuditLog log, JsonMapper json) {
    this.events = events;
    this.log = log;
    this.json = json;
    this.stateJson =
        JsonMapper.builder()
            .changeDefaultVisibility(
                visibility ->
                    visibility
                        .withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY))
            .build();
    this.models =
        CommandSide.aggregatesByName().entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, type -> Model.of(type.getValue().root())));
  }

  /**
   * An aggregate.
   *
   * @param sequence sequence of the last included event
   * @param position position of that event in the log
   * @param state its fields, with personal texts encrypted
   * @param events the last included events, oldest first
   */
  record AggregateView(
      String type,
      String id,
      long sequence,
      long position,
      Instant asOf,
      JsonNode state,
      List<EventView> events) {}

  AggregateView of(String type, String id, AsOf asOf) {
    Model<?> model = models.get(type);
    if (model == null) {
      throw ApiProblem.of(
          TransportCode.NOT_FOUND,
          "No such type of aggregate; there are " + models.keySet().stream().sorted().toList());
    }
    List<EventRecord> last = lastEvents(type, id, asOf);
    if (last.isEmpty()) {
      throw ApiProblem.of(TransportCode.NOT_FOUND, "No such aggregate, or not yet at that time.");
    }
    EventRecord newest = last.getFirst();
    return new AggregateView(
        type,
        id,
        newest.sequence(),
        newest.position(),
        newest.timestamp(),
        stateJson.valueToTree(model.rebuild(events, id, newest.sequence())),
        last.reversed().stream().map(event -> EventView.of(event, json)).toList());
  }

  private List<EventRecord> lastEvents(String type, String id, AsOf asOf) {
    EventLogFilter filter = EventLogFilter.all().withAggregate(type, id);
    filter =
        switch (asOf) {
          case AsOf.Latest() -> filter;
          case AsOf.AtPosition(long position) -> filter.withPositions(null, position);
          // times of the log are in microseconds, and the end of the filter is exclusive
          case AsOf.AtInstant(Instant instant) -> filter.withTimes(null, instant.plusNanos(1_000));
        };
    EventLogPage page =
        log.read(filter, EventLogReader.Order.NEWEST_FIRST, EventLogReader.START, EVENTS_SHOWN_MAX);
    return page.records();
  }

  /** Rebuilds aggregates of one type. */
  private record Model<T>(Class<T> type, AggregateModel<T> axon) {

    static <T> Model<T> of(Class<T> type) {
      return new Model<>(type, AnnotatedAggregateMetaModelFactory.inspectAggregate(type));
    }

    T rebuild(EventStore events, String id, long lastSequence) {
      DomainEventStream upTo =
          DomainEventStream.of(
              events
                  .readEvents(id, 0)
                  .asStream()
                  .<DomainEventMessage<?>>map(event -> event)
                  .takeWhile(event -> event.getSequenceNumber() <= lastSequence));
      EventSourcedAggregate<T> aggregate =
          EventSourcedAggregate.initialize(
              blank(), axon, events, NoSnapshotTriggerDefinition.TRIGGER);
      aggregate.initializeState(upTo);
      return aggregate.invoke(root -> root);
    }

    private T blank() {
      try {
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(type + " has no constructor for Axon", e);
      }
    }
  }
}
