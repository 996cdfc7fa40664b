package io.playledger.runtime.saga;

import io.playledger.runtime.processor.ProcessorKind;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.deadline.annotation.DeadlineHandler;

/**
 * An annotated saga class to be run by the processor {@code sagas.<name>}.
 *
 * @param name of the process
 * @param type class with {@code @SagaEventHandler} methods and a constructor without parameters
 */
public record SagaRegistration(String name, Class<?> type) {

  /** Name under which the saga is stored: that of its processor. */
  public String storedName() {
    return ProcessorKind.SAGA.processorName(name);
  }

  /**
   * The types that are stored for the saga: its own, and the records that its
   * {@code @DeadlineHandler} methods take, such as {@code sagas.escrow-settlement.DeliveryDue}.
   */
  public Map<String, Class<?>> storedTypes() {
    Map<String, Class<?>> types = new HashMap<>();
    types.put(storedName(), type);
    for (Method method : type.getDeclaredMethods()) {
      if (method.isAnnotationPresent(DeadlineHandler.class) && method.getParameterCount() > 0) {
        Class<?> payload = method.getParameterTypes()[0];
        if (payload.isRecord()) {
          types.put(storedName() + "." + payload.getSimpleName(), payload);
        }
      }
    }
    return types;
  }
}
