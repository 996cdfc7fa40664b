package io.playledger.saga;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.runtime.saga.SagaStep;
import java.time.Instant;
import org.axonframework.test.saga.FixtureExecutionResult;
import org.axonframework.test.saga.SagaTestFixture;

/** One saga with the clock, the deadlines and the commands of a test. */
public final class SagaFixture {

  private final RecordingSagaCommands commands = new RecordingSagaCommands();
  private final SagaTestFixture<?> axon;
  private FixtureExecutionResult result;

  public SagaFixture(Class<?> saga, Instant now) {
    axon = new SagaTestFixture<>(saga);
    axon.registerResource(commands);
    axon.registerResource(new FixtureClock(axon));
    axon.registerListenerInvocationErrorHandler(
        (failure, event, handler) -> {
          throw failure;
        });
    axon.givenCurrentTime(now);
  }

  /** What happened before; commands that it caused are forgotten. */
  public SagaFixture given(Object... events) {
    for (Object event : events) {
      axon.givenAPublished(event);
    }
    commands.take();
    return this;
  }

  /** The event under test. */
  public SagaFixture when(Object event) {
    result = axon.whenPublishingA(event);
    return this;
  }

  /** Time passes, deadlines on the way are met. */
  public SagaFixture whenTimeAdvancesTo(Instant instant) {
    result = axon.whenTimeAdvancesTo(instant);
    return this;
  }

  /** The scripted answers. */
  public RecordingSagaCommands commands() {
    return commands;
  }

  /** Exactly this was sent, by this step. */
  public SagaFixture expectCommand(SagaStep step, Object command) {
    assertThat(commands.take()).containsExactly(new RecordingSagaCommands.Sent(step, command));
    return this;
  }

  /** Nothing was sent. */
  public SagaFixture expectNoCommand() {
    assertThat(commands.take()).isEmpty();
    return this;
  }

  /** The deadline is the only one open. */
  public SagaFixture expectDeadline(Instant due, Object message) {
    result.expectScheduledDeadline(due, message);
    return this;
  }

  /** No deadline is open. */
  public SagaFixture expectNoDeadline() {
    result.expectNoScheduledDeadlines();
    return this;
  }

  /** The saga waits for more. */
  public SagaFixture expectActive() {
    result.expectSuccessfulHandlerExecution();
    result.expectActiveSagas(1);
    return this;
  }

  /** The saga is over. */
  public SagaFixture expectEnded() {
    result.expectSuccessfulHandlerExecution();
    result.expectActiveSagas(0);
    return this;
  }
}
