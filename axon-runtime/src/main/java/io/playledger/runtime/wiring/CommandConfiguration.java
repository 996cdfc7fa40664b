package io.playledger.runtime.wiring;

import io.playledger.eventstore.CommandOutcomes;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.runtime.aggregate.AggregateCache;
import io.playledger.runtime.aggregate.KnownStates;
import io.playledger.runtime.command.Commands;
import io.playledger.runtime.command.JsonResultCodec;
import io.playledger.runtime.command.OptimisticCommands;
import io.playledger.runtime.command.RejectionCodec;
import io.playledger.runtime.command.ResultCodec;
import io.playledger.runtime.saga.KeyedSagaCommands;
import io.playledger.runtime.serialization.TypeNames;
import org.axonframework.commandhandling.CommandBus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The ways to send a command. */
@Configuration(proxyBeanMethods = false)
@Import(KeyedSagaCommands.class)
class CommandConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ResultCodec resultCodec(TypeNames names) {
    return new JsonResultCodec(JsonMapper.builder().build(), names);
  }

  @Bean
  @ConditionalOnMissingBean
  Commands commands(
      CommandBus commandBus,
      CommandOutcomes outcomes,
      RejectionCodec rejections,
      ResultCodec results,
      PositionedEventStorageEngine engine,
      AggregateCache cache,
      RuntimeMetrics metrics) {
    return new OptimisticCommands(
        commandBus,
        outcomes,
        rejections,
        results,
        engine::head,
        new KnownStates(engine, cache),
        metrics);
  }
}
