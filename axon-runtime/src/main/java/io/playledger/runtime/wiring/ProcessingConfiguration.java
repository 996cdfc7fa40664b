package io.playledger.runtime.wiring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.eventstore.read.Backlog;
import io.playledger.runtime.deadletter.DeadLetterTable;
import io.playledger.runtime.deadletter.RetriedDeadLetters;
import io.playledger.runtime.processor.EventProcessors;
import io.playledger.runtime.processor.LogReader;
import io.playledger.runtime.processor.ProcessorFactory;
import io.playledger.runtime.processor.Savepoints;
import io.playledger.runtime.processor.SchemaTransactions;
import io.playledger.runtime.processor.TokenTable;
import io.playledger.runtime.rebuild.ShadowRebuilder;
import io.playledger.runtime.serialization.Serializers;
import io.playledger.runtime.serialization.TypeNames;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.jdbc.JdbcSagaStore;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/** Stores of the processors, and the processors. */
@Configuration(proxyBeanMethods = false)
@Import({SagaManagers.class, ProcessorAssembly.class, RetriedDeadLetters.class})
class ProcessingConfiguration {

  private static final int REBUILDS_AT_A_TIME = 2;

  /** Claims are extended so often within their timeout. */
  private static final int EXTENSIONS_PER_TIMEOUT = 3;

  @Bean
  RuntimeMetrics runtimeMetrics(ObjectProvider<MeterRegistry> registry) {
    return new RuntimeMetrics(registry.getIfAvailable(SimpleMeterRegistry::new));
  }

  @Bean
  EventStoreObserver eventStoreObserver(RuntimeMetrics metrics) {
    return metrics.eventStoreObserver();
  }

  @Bean
  @ConditionalOnMissingBean
  TokenStore tokenStore(
      DataSource dataSource,
      RuntimeProperties properties,
      @Qualifier(Serializers.STATE) Serializer state) {
    return JdbcTokenStore.builder()
        .connectionProvider(connections(dataSource))
        .serializer(state)
        .contentType(String.class)
        .nodeId(properties.nodeId())
        .claimTimeout(properties.claimTimeout())
        .schema(
            TokenSchema.builder()
                .setTokenTable(properties.axonSchema() + ".token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("claimed_at")
                .build())
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  SagaStore<Object> sagaStore(
      DataSource dataSource,
      RuntimeProperties properties,
      @Qualifier(Serializers.STATE) Serializer state) {
    PostgresSagaSqlSchema sql =
        new PostgresSagaSqlSchema(
            SagaSchema.builder()
                .sagaEntryTable(properties.axonSchema() + ".saga_entry")
                .serializedSagaColumn("serialized_saga")
                .associationValueEntryTable(properties.axonSchema() + ".saga_association")
                .associationKeyColumn("association_key")
                .associationValueColumn("association_value")
                .sagaIdColumn("saga_id")
                .sagaTypeColumn("saga_type")
                .build());
    // an event and a deadline may come to one saga on two nodes
    sql.setExclusiveLoad(true);
    return JdbcSagaStore.builder()
        .connectionProvider(connections(dataSource))
        .sqlSchema(sql)
        .serializer(state)
        .build();
  }

  @Bean
  @ConditionalOnMissingBean
  SchemaTransactions readModelTransactions(
      PlatformTransactionManager transactions,
      DataSource dataSource,
      RuntimeProperties properties) {
    return new SchemaTransactions(
        transactions, new JdbcTemplate(dataSource), properties.readModelSchema());
  }

  @Bean
  DeadLetterTable deadLetterTable(
      DataSource dataSource, RuntimeProperties properties, TypeNames names) {
    return new DeadLetterTable(new JdbcTemplate(dataSource), properties.axonSchema(), names);
  }

  @Bean
  TokenTable tokenTable(DataSource dataSource, RuntimeProperties properties) {
    return new TokenTable(new JdbcTemplate(dataSource), properties.axonSchema());
  }

  @Bean
  ProcessorFactory processorFactory(
      EventStore log,
      TokenStore tokenStore,
      SchemaTransactions transactions,
      DeadLetterTable deadLetters,
      PlatformTransactionManager transactionManager,
      RuntimeProperties properties) {
    return new ProcessorFactory(
        log,
        tokenStore,
        transactions,
        deadLetters,
        new Savepoints(transactionManager),
        properties.claimTimeout().toMillis() / EXTENSIONS_PER_TIMEOUT);
  }

  @Bean
  EventProcessors eventProcessors(
      ProcessorAssembly assembly,
      TokenTable tokens,
      DeadLetterTable deadLetters,
      PositionedEventStorageEngine engine,
      DataSource dataSource,
      RuntimeProperties properties,
      LogReader log) {
    Backlog backlog = new Backlog(dataSource, properties.eventStoreSchema());
    return new EventProcessors(
        assembly.processors(), tokens, deadLetters, engine::head, backlog::ageMillis, log);
  }

  @Bean(destroyMethod = "")
  ShadowRebuilder projectionRebuilder(
      EventProcessors processors,
      LogReader log,
      DeadLetterTable deadLetters,
      DataSource dataSource,
      PlatformTransactionManager transactions,
      RuntimeProperties properties) {
    return new ShadowRebuilder(
        processors,
        log,
        deadLetters,
        dataSource,
        transactions,
        properties.axonSchema(),
        properties.readModelSchema(),
        properties.nodeId(),
        REBUILDS_AT_A_TIME);
  }

  static DataSourceConnectionProvider connections(DataSource dataSource) {
    return new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(dataSource));
  }
}
