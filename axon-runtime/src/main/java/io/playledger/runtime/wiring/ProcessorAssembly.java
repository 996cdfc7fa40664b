package io.playledger.runtime.wiring;

import io.playledger.runtime.Feed;
import io.playledger.runtime.Projection;
import io.playledger.runtime.Reaction;
import io.playledger.runtime.processor.HandlerGroup;
import io.playledger.runtime.processor.Processor;
import io.playledger.runtime.processor.ProcessorFactory;
import io.playledger.runtime.processor.ProcessorKind;
import io.playledger.runtime.saga.SagaRegistration;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.saga.AnnotatedSagaManager;
import org.axonframework.modelling.saga.repository.AnnotatedSagaRepository;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Finds the annotated handlers among the beans and makes a processor for each name. */
final class ProcessorAssembly {

  private final ConfigurableListableBeanFactory beans;
  private final ProcessorFactory factory;
  private final RuntimeProperties properties;
  private final ParameterResolverFactory parameters;
  private final SagaStore<Object> sagaStore;
  private final SagaManagers sagaManagers;
  private final ObjectProvider<Registrations> registrations;
  private final HandlerDefinition definition =
      ClasspathHandlerDefinition.forClass(ProcessorAssembly.class);

  ProcessorAssembly(
      ConfigurableListableBeanFactory beans,
      ProcessorFactory factory,
      RuntimeProperties properties,
      ParameterResolverFactory parameters,
      SagaStore<Object> sagaStore,
      SagaManagers sagaManagers,
      ObjectProvider<Registrations> registrations) {
    this.beans = beans;
    this.factory = factory;
    this.properties = properties;
    this.parameters = parameters;
    this.sagaStore = sagaStore;
    this.sagaManagers = sagaManagers;
    this.registrations = registrations;
  }

  List<Processor> processors() {
    List<Processor> processors = new ArrayList<>();
    byName(Projection.class, Projection::name)
        .forEach((name, handlers) -> processors.add(projection(name, handlers)));
    byName(Reaction.class, Reaction::name)
        .forEach(
            (name, handlers) ->
                processors.add(
                    factory.reaction(
                        name, group(handlers), properties.of(ProcessorKind.REACTION, name))));
    byName(Feed.class, Feed::name)
        .forEach(
            (name, handlers) ->
                processors.add(
                    factory.feed(name, group(handlers), properties.of(ProcessorKind.FEED, name))));
    registrations
        .orderedStream()
        .flatMap(registered -> registered.sagas().stream())
        .forEach(saga -> processors.add(saga(saga.name(), saga.type())));
    return processors;
  }

  /** Stored names of the sagas by their names, for counting. */
  Map<String, String> sagaTypes() {
    Map<String, String> types = new TreeMap<>();
    registrations
        .orderedStream()
        .flatMap(registered -> registered.sagas().stream())
        .forEach((SagaRegistration saga) -> types.put(saga.name(), saga.storedName()));
    return types;
  }

  private Processor projection(String name, List<Object> handlers) {
    Set<String> tables = new LinkedHashSet<>();
    for (Object handler : handlers) {
      tables.addAll(List.of(annotation(handler, Projection.class).tables()));
    }
    return factory.projection(
        name, List.copyOf(tables), group(handlers), properties.of(ProcessorKind.PROJECTION, name));
  }

  private <T> Processor saga(String name, Class<T> type) {
    @SuppressWarnings("unchecked") // the store keeps sagas of any type
    SagaStore<T> store = (SagaStore<T>) sagaStore;
    AnnotatedSagaManager<T> manager =
        AnnotatedSagaManager.<T>builder()
            .sagaType(type)
            .sagaRepository(
                AnnotatedSagaRepository.<T>builder()
                    .sagaType(type)
                    .sagaStore(store)
                    .parameterResolverFactory(parameters)
                    .handlerDefinition(definition)
                    .build())
            .parameterResolverFactory(parameters)
            .handlerDefinition(definition)
            .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
            .build();
    sagaManagers.add(manager);
    return factory.saga(name, manager, properties.of(ProcessorKind.SAGA, name));
  }

  private HandlerGroup group(List<Object> handlers) {
    return new HandlerGroup(handlers, parameters, definition);
  }

  private <A extends Annotation> Map<String, List<Object>> byName(
      Class<A> annotation, Function<A, String> name) {
    Map<String, List<Object>> byName = new TreeMap<>();
    for (Object bean : beans.getBeansWithAnnotation(annotation).values()) {
      byName
          .computeIfAbsent(name.apply(annotation(bean, annotation)), _ -> new ArrayList<>())
          .add(bean);
    }
    return byName;
  }

  private static <A extends Annotation> A annotation(Object bean, Class<A> annotation) {
    A found = bean.getClass().getAnnotation(annotation);
    if (found == null) {
      throw new IllegalStateException(
          bean.getClass().getName() + " is proxied: handlers of events must be plain objects");
    }
    return found;
  }
}
