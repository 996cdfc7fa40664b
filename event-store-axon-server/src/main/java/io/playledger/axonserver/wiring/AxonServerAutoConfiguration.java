package io.playledger.axonserver.wiring;

import io.playledger.axonserver.AxonServerSession;
import io.playledger.axonserver.CommandAnswered;
import io.playledger.axonserver.LogMove;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.PostgresCommandOutcomes;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.runtime.serialization.Serializers;
import io.playledger.runtime.wiring.EventStoreProperties;
import io.playledger.runtime.wiring.OtherHome;
import io.playledger.runtime.wiring.Registrations;
import io.playledger.runtime.wiring.RuntimeAutoConfiguration;
import io.playledger.runtime.wiring.RuntimeProperties;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Axon Server as a home of the log. Where the log lives in PostgreSQL it only knows how to move a
 * log here and back.
 */
@AutoConfiguration(after = RuntimeAutoConfiguration.class)
@EnableConfigurationProperties(AxonServerProperties.class)
@Import(LogInAxonServerConfiguration.class)
public class AxonServerAutoConfiguration {

  static final String HOME = EventStoreProperties.AXON_SERVER;

  /** Nobody filters by metadata here. */
  private static final String NO_KEY = "";

  /** The event that a log in Axon Server adds. It stays in a log that is moved from there. */
  @Bean
  Registrations answersInTheLog() {
    return new Registrations(
        List.of(), List.of(), List.of(), Map.of(CommandAnswered.TYPE, CommandAnswered.class));
  }

  @Bean
  OtherHome axonServerHome(
      DataSource dataSource,
      AxonServerProperties axonServer,
      RuntimeProperties runtime,
      @Qualifier(Serializers.MESSAGES) Serializer events) {
    return new OtherHome() {
      @Override
      public String name() {
        return HOME;
      }

      @Override
      public void moveToPostgres(PostgresEventStorageEngine copy) {
        try (AxonServerSession session =
            AxonServerSession.open(axonServer.settings(runtime.nodeId()))) {
          move(session, dataSource, runtime, events).toPostgres(copy);
        }
      }
    };
  }

  static LogMove move(
      AxonServerSession session,
      DataSource dataSource,
      RuntimeProperties runtime,
      Serializer events) {
    return new LogMove(
        session,
        tables(dataSource, runtime),
        new PostgresCommandOutcomes(dataSource, runtime.eventStoreSchema()),
        events);
  }

  /** Reads the tables of the log or of its copy. */
  static EventLogReader tables(DataSource dataSource, RuntimeProperties runtime) {
    return new EventLogReader(
        dataSource, runtime.eventStoreSchema(), EventStoreLimits.defaults(), NO_KEY, NO_KEY);
  }
}
