package io.playledger.runtime.wiring;

import io.playledger.runtime.aggregate.AggregateCache;
import io.playledger.runtime.aggregate.CachedSnapshotter;
import io.playledger.runtime.aggregate.CachingRepository;
import io.playledger.runtime.aggregate.CommandLocks;
import io.playledger.runtime.aggregate.NamedAggregateModel;
import io.playledger.runtime.command.AggregateRegistration;
import io.playledger.runtime.command.AppendContextInterceptor;
import io.playledger.runtime.command.CommandHandlerRegistration;
import io.playledger.runtime.command.CommandTarget;
import io.playledger.runtime.command.Provenance;
import io.playledger.runtime.processor.LogPositions;
import io.playledger.runtime.serialization.Serializers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolution;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.modelling.command.Repository;
import org.axonframework.modelling.command.RepositorySpanFactory;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryGateway;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires buses, aggregates and query handlers. Event processors have their own configuration. */
@Configuration(proxyBeanMethods = false)
class AxonConfiguration {

  /**
   * The command bus handles on the sender's thread without a transaction, because the store appends
   * in its own. A second handler for a command is refused.
   */
  @Bean
  @ConditionalOnMissingBean
  CommandBus commandBus() {
    SimpleCommandBus bus =
        SimpleCommandBus.builder()
            .transactionManager(NoTransactionManager.instance())
            .duplicateCommandHandlerResolver(DuplicateCommandHandlerResolution.rejectDuplicates())
            .build();
    bus.registerHandlerInterceptor(new AppendContextInterceptor());
    bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(new Provenance()));
    return bus;
  }

  @Bean
  @ConditionalOnMissingBean
  AggregateCache aggregateCache(RuntimeProperties properties) {
    return new AggregateCache(properties.aggregatesCachedMax());
  }

  @Bean
  ParameterResolverFactory parameterResolverFactory(ApplicationContext context) {
    return MultiParameterResolverFactory.ordered(
        new LogPositions(),
        ClasspathParameterResolverFactory.forClass(getClass()),
        new SpringBeanParameterResolverFactory(context));
  }

  /** Snapshots are taken one at a time on another thread, because they are never urgent. */
  @Bean(destroyMethod = "shutdown")
  ExecutorService snapshotExecutor() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("snapshots").factory());
  }

  @Bean(name = "axonConfiguration", destroyMethod = "")
  org.axonframework.config.Configuration axonConfiguration(
      CommandBus commandBus,
      EventStore eventStore,
      AggregateCache cache,
      CommandTarget target,
      ObjectProvider<Registrations> registrations,
      ObjectProvider<QueryHandlers> queries,
      DeadlineManager deadlines,
      RuntimeProperties properties,
      ParameterResolverFactory parameters,
      @Qualifier("snapshotExecutor") ExecutorService snapshotExecutor,
      @Qualifier(Serializers.MESSAGES) Serializer events,
      @Qualifier(Serializers.STATE) Serializer state) {
    // "false": what lies on the class path stays out, among it a module that asks a server on the
    // internet for updates
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration(false)
            .configureSerializer(_ -> state)
            .configureEventSerializer(_ -> events)
            .configureMessageSerializer(_ -> events)
            .configureCommandBus(_ -> commandBus)
            .configureEventStore(_ -> eventStore)
            .configureCorrelationDataProviders(_ -> List.of(new Provenance()))
            .configureDeadlineManager(_ -> deadlines)
            .registerComponent(ParameterResolverFactory.class, _ -> parameters);
    for (Registrations registered : registrations.orderedStream().toList()) {
      for (AggregateRegistration aggregate : registered.aggregates()) {
        configurer.configureAggregate(
            aggregate(aggregate.snapshottedEvery(properties.snapshotEveryEvents()), cache, target));
      }
      for (CommandHandlerRegistration handler : registered.commandHandlers()) {
        configurer.registerCommandHandler(axon -> handler.factory().apply(axon));
      }
    }
    configurer.configureSnapshotter(
        axon ->
            new CachedSnapshotter(
                type -> axon.repository(type), axon.eventStore(), state, snapshotExecutor));
    queries
        .orderedStream()
        .flatMap(registered -> registered.handlers().stream())
        .forEach(handler -> configurer.registerQueryHandler(_ -> handler));
    return configurer.buildConfiguration();
  }

  @Bean
  QueryBus queryBus(org.axonframework.config.Configuration axonConfiguration) {
    return axonConfiguration.queryBus();
  }

  @Bean
  QueryGateway queryGateway(org.axonframework.config.Configuration axonConfiguration) {
    return axonConfiguration.queryGateway();
  }

  private static <T> AggregateConfigurer<T> aggregate(
      AggregateRegistration registration, AggregateCache cache, CommandTarget target) {
    @SuppressWarnings("unchecked") // the class object is all there is to know of the type
    Class<T> type = (Class<T>) registration.type();
    return AggregateConfigurer.defaultConfiguration(type)
        .configureRepository(axon -> repository(type, registration, cache, axon))
        .configureCommandTargetResolver(
            _ ->
                command ->
                    new VersionedAggregateIdentifier(
                        (Object) target.aggregateIdOf(command.getPayload()), null));
  }

  private static <T> Repository<T> repository(
      Class<T> type,
      AggregateRegistration registration,
      AggregateCache cache,
      org.axonframework.config.Configuration axon) {
    SnapshotTriggerDefinition snapshots =
        registration.snapshotEveryEvents() > 0
            ? new EventCountSnapshotTriggerDefinition(
                axon.snapshotter(), registration.snapshotEveryEvents())
            : NoSnapshotTriggerDefinition.INSTANCE;
    return new CachingRepository<>(
        EventSourcingRepository.builder(type)
            .aggregateModel(model(type, registration.name(), axon))
            .lockFactory(new CommandLocks())
            .eventStore(axon.eventStore())
            .snapshotTriggerDefinition(snapshots)
            .aggregateFactory(axon.aggregateFactory(type))
            .repositoryProvider(axon::repository)
            .spanFactory(axon.getComponent(RepositorySpanFactory.class)),
        cache);
  }

  private static <T> AggregateModel<T> model(
      Class<T> type, String name, org.axonframework.config.Configuration axon) {
    return new NamedAggregateModel<>(
        AnnotatedAggregateMetaModelFactory.inspectAggregate(
            type, axon.parameterResolverFactory(), axon.handlerDefinition(type)),
        name);
  }
}
