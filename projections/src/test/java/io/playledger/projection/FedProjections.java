package io.playledger.projection;

import io.playledger.api.Event;
import io.playledger.api.MetadataKeys;
import io.playledger.api.PersonalTexts;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.LogPositions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;

/**
 * The real projections, fed with events as the runtime feeds them: tracked messages, in batches.
 * Tests of this module and of the query side write their read tables by it.
 */
public final class FedProjections {

  /**
   * One per thread, because test classes run side by side. Emptying its tables takes less time than
   * copying a database.
   */
  private static final ThreadLocal<PostgresDatabase> OF_THIS_THREAD =
      ThreadLocal.withInitial(
          () ->
              TemporaryPostgres.relaxed()
                  .newDatabase(
                      "read_model", empty -> migrate(empty.dataSource(), ReadModel.SCHEMA)));

  private final List<Object> projections;
  private final List<HandlerGroup> processors;
  private long position;

  /**
   * @param sql to the schema that is written
   */
  public FedProjections(DSLContext sql, PersonalTexts texts) {
    projections = ReadModel.projections(new ProjectionTools(sql, texts));
    var parameters =
        MultiParameterResolverFactory.ordered(
            ClasspathParameterResolverFactory.forClass(FedProjections.class), new LogPositions());
    var definition = ClasspathHandlerDefinition.forClass(FedProjections.class);
    processors =
        projections.stream()
            .map(each -> new HandlerGroup(List.of(each), parameters, definition))
            .toList();
  }

  /** The database of this thread, whose read tables are migrated. */
  public static PostgresDatabase database() {
    return OF_THIS_THREAD.get();
  }

  static void migrate(DataSource database, String schema) {
    Flyway.configure()
        .dataSource(database)
        .schemas(schema)
        .defaultSchema(schema)
        .locations(ReadModel.MIGRATIONS)
        .load()
        .migrate();
  }

  List<Object> projections() {
    return projections;
  }

  /** Position of the last event that was appended. */
  public long position() {
    return position;
  }

  /** Appends events to the log; they are not handled yet. */
  public List<TrackedEventMessage<?>> appended(Event... events) {
    List<TrackedEventMessage<?>> batch = new ArrayList<>();
    for (Event event : events) {
      position++;
      batch.add(message(event));
    }
    return batch;
  }

  /** Has every projection handle the batch. */
  public void handle(List<TrackedEventMessage<?>> batch) throws Exception {
    for (HandlerGroup processor : processors) {
      processor.handleBatch(batch.stream().filter(processor::canHandle).toList());
    }
  }

  private TrackedEventMessage<?> message(Event event) {
    Map<String, String> metadata =
        Map.of(
            MetadataKeys.ACTOR_ID,
            "actor-" + position,
            MetadataKeys.ACTOR_ROLE,
            "player",
            MetadataKeys.CAUSATION_ID,
            "cause-" + position,
            MetadataKeys.CORRELATION_ID,
            "day");
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        new GenericEventMessage<>("event-" + position, event, metadata, event.at()));
  }
}
