package io.playledger.runtime.wiring;

import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.eventstore.snapshot.SnapshotsOfToday;
import io.playledger.runtime.serialization.Serializers;
import javax.sql.DataSource;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;

/** The log's tables: the log itself in one home, its copy in the other. */
@Configuration(proxyBeanMethods = false)
@Import(LogHomes.class)
class PostgresStorage {

  /** Engines on this database; a prototype, so that each home adds what it needs. */
  @Bean
  @Scope("prototype")
  PostgresEventStorageEngine.Builder postgresEngine(
      DataSource dataSource,
      ObjectProvider<EventStoreWriterSource> writerSource,
      RuntimeProperties properties,
      @Qualifier(Serializers.MESSAGES) Serializer events,
      @Qualifier(Serializers.STATE) Serializer state,
      ObjectProvider<EventStoreLimits> limits) {
    PostgresEventStorageEngine.Builder builder =
        PostgresEventStorageEngine.builder()
            .dataSource(dataSource)
            .schema(properties.eventStoreSchema())
            .eventSerializer(events)
            .snapshotSerializer(state)
            .snapshotFilter(new SnapshotsOfToday(state))
            .limits(limits.getIfAvailable(EventStoreLimits::defaults));
    writerSource.ifAvailable(source -> builder.writerDataSource(source.dataSource()));
    return builder;
  }
}
