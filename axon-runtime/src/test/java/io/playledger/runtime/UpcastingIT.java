package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.rebuild.ProjectionRebuilder;
import io.playledger.runtime.rebuild.RebuildMode;
import io.playledger.runtime.rebuild.RebuildStatus;
import io.playledger.runtime.sample.CounterMessages.CounterStepped;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.CounterMessages.Total;
import io.playledger.runtime.sample.CounterSteppedUpcaster;
import io.playledger.runtime.sample.SampleApplication;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An event of an older revision is read by aggregates, projections and rebuilds as today's. */
class UpcastingIT {

  private static final String COUNTER = "counter:1";

  private SampleApplication application;

  @BeforeEach
  void start() {
    application = SampleApplication.on(SampleApplication.newDatabase(), List.of(Upcasters.class));
    application.send(new OpenCounter(COUNTER));
    application
        .get(PositionedEventStorageEngine.class)
        .appendEvents(List.of(new FirstRevision(1, 40, 40)));
  }

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void upcastEventIsReadByAggregateProjectionAndRebuild() {
    CommandReply reply = application.send(new Step(COUNTER, 2));

    assertThat(reply.result()).isEqualTo(new Total(42));
    assertThat(application.reached(reply.position())).isTrue();
    assertThat(application.total(COUNTER)).isEqualTo(42);
    assertThat(steps()).containsExactly(40L, 2L);
    assertThat(revisions()).containsExactly("1", "2");

    UUID rebuild =
        application.get(ProjectionRebuilder.class).start("counters", RebuildMode.VERIFY_ONLY);
    RebuildStatus status =
        await()
            .until(
                () -> application.get(ProjectionRebuilder.class).find(rebuild).orElseThrow(),
                found -> found.endedAt() != null);
    assertThat(status.equal()).as(status.toString()).isTrue();
  }

  private List<Long> steps() {
    return application
        .sql()
        .queryForList("SELECT step FROM read_model.counter_step ORDER BY position", Long.class);
  }

  private List<String> revisions() {
    return application
        .sql()
        .queryForList(
            """
            SELECT payload_revision FROM event_store.events
            WHERE payload_type = 'counter.CounterStepped' ORDER BY position
            """,
            String.class);
  }

  @Configuration(proxyBeanMethods = false)
  static class Upcasters {
    @Bean
    EventUpcaster counterSteppedUpcaster() {
      return new CounterSteppedUpcaster();
    }
  }

  /** As an older build stored it. */
  private static final class FirstRevision extends GenericDomainEventMessage<CounterStepped> {

    private static final long serialVersionUID = 1L;

    private final String json;

    FirstRevision(long sequence, long step, long total) {
      super("counter.Counter", COUNTER, sequence, new CounterStepped(COUNTER, step, total));
      this.json = "{\"counterId\":\"%s\",\"step\":%d,\"total\":%d}".formatted(COUNTER, step, total);
    }

    @Override
    public <T> SerializedObject<T> serializePayload(
        Serializer serializer, Class<T> expectedRepresentation) {
      return serializer
          .getConverter()
          .convert(
              new SimpleSerializedObject<>(json, String.class, "counter.CounterStepped", "1"),
              expectedRepresentation);
    }
  }
}
