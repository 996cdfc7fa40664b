package io.playledger.server.ops;

import io.playledger.api.MetadataKeys;
import io.playledger.command.CommandSide;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.chain.ChainVerifier;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.runtime.EventHome;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.server.config.Database;
import io.playledger.web.call.ReadSettings;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Wires the parts for auditors and operators. */
@Configuration(proxyBeanMethods = false)
public class OpsConfiguration {

  private static final String SCHEMA = "event_store";

  @Bean
  EventLogReader eventLogReader(DataSource database) {
    return new EventLogReader(
        database,
        SCHEMA,
        EventStoreLimits.defaults(),
        MetadataKeys.ACTOR_ID,
        MetadataKeys.CORRELATION_ID);
  }

  @Bean
  ChainAudit chainAudit(DataSource database) {
    return new ChainAudit(new ChainVerifier(database, SCHEMA));
  }

  @Bean
  AuditLog auditLog(EventLogReader log, EventHome home, ReadSettings settings) {
    return new AuditLog(log, home, settings.readWaitMax());
  }

  @Bean
  AggregateHistory aggregateHistory(EventStore events, AuditLog log, JsonMapper json) {
    return new AggregateHistory(events, log, json, CommandSide.aggregatesByName());
  }

  @Bean
  HealthIndicator embeddedPostgresHealthIndicator(Database database) {
    return new EmbeddedPostgresHealth(database);
  }

  @Bean
  HealthIndicator processorsHealthIndicator(ProcessorOverview processors) {
    return new ProcessorsHealth(processors);
  }
}
