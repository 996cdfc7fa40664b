package io.playledger.server.ops;

import io.playledger.api.MetadataKeys;
import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.chain.ChainVerifier;
import io.playledger.eventstore.read.EventLogReader;
import io.playledger.runtime.deadline.FailingDeadlines;
import io.playledger.runtime.processor.ProcessorOverview;
import io.playledger.server.config.Database;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Wires the parts for auditors and operators. */
@Configuration(proxyBeanMethods = false)
@Import({AuditLog.class, AggregateHistory.class})
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
  HealthIndicator embeddedPostgresHealthIndicator(Database database) {
    return new EmbeddedPostgresHealth(database);
  }

  @Bean
  HealthIndicator processorsHealthIndicator(
      ProcessorOverview processors, FailingDeadlines deadlines) {
    return new ProcessorsHealth(processors, deadlines);
  }
}
