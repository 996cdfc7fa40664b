package io.playledger.verification.proof.control;

import java.util.function.BiFunction;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Replaces or wraps a bean by a buggy one. */
final class BeanBug {

  private BeanBug() {}

  /**
   * Every bean of this type is given to the bug, and what it gives back is used instead.
   *
   * @param bug gets the bean and the context, from which it may take other parts later
   */
  static <T> ApplicationContextInitializer<GenericApplicationContext> around(
      Class<T> type, BiFunction<T, GenericApplicationContext, Object> bug) {
    return context ->
        context
            .getBeanFactory()
            .addBeanPostProcessor(
                new BeanPostProcessor() {
                  @Override
                  public Object postProcessAfterInitialization(Object bean, String name) {
                    return type.isInstance(bean) ? bug.apply(type.cast(bean), context) : bean;
                  }
                });
  }
}
