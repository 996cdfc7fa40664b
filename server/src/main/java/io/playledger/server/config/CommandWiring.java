package io.playledger.server.config;

import io.playledger.api.Command;
import io.playledger.api.EventUpcasters;
import io.playledger.command.CommandSide;
import io.playledger.command.aggregate.Repositories;
import io.playledger.eventstore.OutcomeRetention;
import io.playledger.runtime.command.CommandHandlerRegistration;
import io.playledger.runtime.command.CommandTarget;
import io.playledger.runtime.saga.SagaStep;
import io.playledger.runtime.wiring.EventStoreWriterSource;
import io.playledger.runtime.wiring.Registrations;
import io.playledger.runtime.wiring.RuntimeProperties;
import io.playledger.saga.SagaSide;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.scheduling.annotation.SchedulingConfigurer;

/** Registers aggregates, handlers and rejections of all contexts with the runtime. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OutcomeSettings.class)
@Import(CommandRejectedCodec.class)
public class CommandWiring {

  @Bean
  Registrations commandSide() {
    return new Registrations(
        StoredTypes.aggregates(),
        CommandSide.handlers().stream().map(CommandWiring::registration).toList(),
        SagaSide.sagas(),
        StoredTypes.messages());
  }

  @Bean
  CommandTarget commandTarget() {
    return command -> ((Command<?>) command).aggregateId();
  }

  @Bean
  EventUpcaster eventUpcasters() {
    return new EventUpcasterChain(EventUpcasters.all());
  }

  /** The event store's lasting connections are not from the pool. */
  @Bean
  EventStoreWriterSource eventStoreWriterSource(Database database) {
    return new EventStoreWriterSource(database.address().dataSource());
  }

  /** With Axon Server as the log's home the table is empty, and nothing is deleted. */
  @Bean
  SchedulingConfigurer outcomeUpkeep(
      DataSource database, RuntimeProperties runtime, OutcomeSettings settings) {
    return new OutcomeUpkeep(
        new OutcomeRetention(database, runtime.eventStoreSchema(), SagaStep.SCOPE_PREFIX),
        settings);
  }

  private static CommandHandlerRegistration registration(Function<Repositories, Object> maker) {
    return new CommandHandlerRegistration(
        axon ->
            maker.apply(
                new Repositories() {
                  @Override
                  public <T> Repository<T> of(Class<T> root) {
                    return axon.repository(root);
                  }
                }));
  }
}
