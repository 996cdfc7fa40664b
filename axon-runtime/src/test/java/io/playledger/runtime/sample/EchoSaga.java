package io.playledger.runtime.sample;

import io.playledger.runtime.saga.SagaCommands;
import io.playledger.runtime.saga.SagaRegistration;
import io.playledger.runtime.saga.SagaStep;
import io.playledger.runtime.sample.CounterMessages.CounterStepped;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.wiring.Registrations;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Repeats some steps on another counter. */
public class EchoSaga {

  public static final String NAME = "echo";
  public static final String ECHO = "counter:echo";
  public static final long ECHOED = 77;

  /** Breaks its batch off as often as {@link #BREAKS} says, by a failure that passes. */
  public static final long BREAKING = 78;

  /** Requires a large step on the other counter, which rejects it while it is nearly full. */
  public static final long REQUIRED = 80;

  public static final long REQUIRED_STEP = 500;

  /** Fails for good. */
  public static final long FAILING = 79;

  public static final AtomicInteger BREAKS = new AtomicInteger();

  @StartSaga
  @SagaEventHandler(associationProperty = "counterId")
  void on(CounterStepped event, SagaCommands commands) throws Exception {
    if (event.by() == ECHOED) {
      String step = event.counterId() + "-" + event.total();
      commands.dispatch(NAME, event.counterId(), step, new Step(ECHO, 1));
    }
    if (event.by() == REQUIRED) {
      commands.require(
          new SagaStep(NAME, event.counterId(), "required"),
          new Step(ECHO, REQUIRED_STEP),
          _ -> false);
    }
    if (event.by() == BREAKING && BREAKS.getAndDecrement() > 0) {
      throw new SQLTransientConnectionException("it will pass");
    }
    if (event.by() == FAILING) {
      throw new IllegalStateException("it will not pass");
    }
  }

  /** Adds the saga to an application. */
  @Configuration(proxyBeanMethods = false)
  public static class InUse {

    @Bean
    Registrations echo() {
      return new Registrations(
          List.of(), List.of(), List.of(new SagaRegistration(NAME, EchoSaga.class)), Map.of());
    }
  }
}
