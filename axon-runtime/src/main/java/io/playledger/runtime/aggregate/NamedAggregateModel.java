package io.playledger.runtime.aggregate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.EntityModel;

/**
 * An aggregate's model with the name under which the aggregate is stored, where Axon's own takes
 * the class's simple name.
 *
 * @param <T> the root
 */
public final class NamedAggregateModel<T> implements AggregateModel<T> {

  private final AggregateModel<T> model;
  private final String name;

  /** This model under this name. */
  public NamedAggregateModel(AggregateModel<T> model, String name) {
    this.model = model;
    this.name = name;
  }

  @Override
  public String type() {
    return name;
  }

  @Override
  public Optional<Class<?>> type(String declaredType) {
    return name.equals(declaredType) ? Optional.of(entityClass()) : Optional.empty();
  }

  @Override
  public Optional<String> declaredType(Class<?> type) {
    return entityClass().equals(type) ? Optional.of(name) : Optional.empty();
  }

  @Override
  public Stream<Class<?>> types() {
    return model.types();
  }

  @Override
  public Long getVersion(T target) {
    return model.getVersion(target);
  }

  @Override
  public Object getIdentifier(T target) {
    return model.getIdentifier(target);
  }

  @Override
  public String routingKey() {
    return model.routingKey();
  }

  @Override
  public void publish(EventMessage<?> message, T target) {
    model.publish(message, target);
  }

  @Override
  public Map<Class<?>, List<MessageHandlingMember<? super T>>> allCommandHandlers() {
    return model.allCommandHandlers();
  }

  @Override
  public Stream<MessageHandlingMember<? super T>> commandHandlers(Class<? extends T> subtype) {
    return model.commandHandlers(subtype);
  }

  @Override
  public Map<Class<?>, List<MessageHandlingMember<? super T>>> allCommandHandlerInterceptors() {
    return model.allCommandHandlerInterceptors();
  }

  @Override
  public Stream<MessageHandlingMember<? super T>> commandHandlerInterceptors(
      Class<? extends T> subtype) {
    return model.commandHandlerInterceptors(subtype);
  }

  @Override
  public Map<Class<?>, List<MessageHandlingMember<? super T>>> allEventHandlers() {
    return model.allEventHandlers();
  }

  @Override
  public <C> EntityModel<C> modelOf(Class<? extends C> childEntityType) {
    return model.modelOf(childEntityType);
  }

  @Override
  public Class<? extends T> entityClass() {
    return model.entityClass();
  }
}
