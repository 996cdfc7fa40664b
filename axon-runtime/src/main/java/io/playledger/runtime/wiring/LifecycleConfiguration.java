package io.playledger.runtime.wiring;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.deadline.FailingDeadlines;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.rebuild.ShadowRebuilder;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Wires the start and stop of all other parts. */
@Configuration(proxyBeanMethods = false)
@Import(StartUpCheck.class)
class LifecycleConfiguration {

  @Bean
  RuntimeLifecycle runtimeLifecycle(
      StartUpCheck check,
      org.axonframework.config.Configuration axonConfiguration,
      PositionedEventStorageEngine engine,
      EventProcessors processors,
      ShadowRebuilder rebuilder,
      Scheduler deadlineScheduler,
      RuntimeMetrics metrics,
      DeadLetterTable deadLetters,
      ProcessorAssembly assembly,
      FailingDeadlines failingDeadlines,
      DataSource dataSource,
      RuntimeProperties properties) {
    Map<String, String> sagaTypes = assembly.sagaTypes();
    JdbcTemplate jdbc = new JdbcTemplate(dataSource);
    metrics.watch(
        processors,
        engine::head,
        deadLetters,
        failingDeadlines,
        saga -> countSagas(jdbc, properties.axonSchema(), sagaTypes.get(saga)));
    return new RuntimeLifecycle(check, axonConfiguration, processors, rebuilder, deadlineScheduler);
  }

  @Bean
  FailingDeadlines failingDeadlines(DataSource dataSource, RuntimeProperties properties) {
    return new FailingDeadlines(new JdbcTemplate(dataSource), properties.axonSchema());
  }

  private static long countSagas(JdbcTemplate jdbc, String schema, String type) {
    Long count =
        jdbc.queryForObject(
            "SELECT count(*) FROM %s.saga_entry WHERE saga_type = ?".formatted(schema),
            Long.class,
            type);
    return count == null ? 0 : count;
  }
}
