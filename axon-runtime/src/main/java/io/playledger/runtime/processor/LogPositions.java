package io.playledger.runtime.processor;

import io.playledger.runtime.LogPosition;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;

/** Gives event handlers the position of their event, and reads positions out of tokens. */
public final class LogPositions implements ParameterResolverFactory {

  @Override
  public ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int parameterIndex) {
    Parameter parameter = parameters[parameterIndex];
    return parameter.isAnnotationPresent(LogPosition.class)
            && parameter.getType().equals(long.class)
        ? new PositionResolver()
        : null;
  }

  /** Position of a token; 0 for none. */
  public static long of(TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }

  /** Position of an event read from the log. */
  public static long of(Message<?> event) {
    if (event instanceof TrackedEventMessage<?> tracked) {
      return of(tracked.trackingToken());
    }
    throw new IllegalArgumentException("not read from the log: " + event.getIdentifier());
  }

  private static final class PositionResolver implements ParameterResolver<Long> {

    @Override
    public Long resolveParameterValue(Message<?> message) {
      return of(message);
    }

    @Override
    public boolean matches(Message<?> message) {
      return message instanceof TrackedEventMessage<?>;
    }
  }
}
