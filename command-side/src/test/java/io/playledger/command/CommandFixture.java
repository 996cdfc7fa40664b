package io.playledger.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.api.Command;
import io.playledger.api.CommandRejected;
import io.playledger.api.Event;
import io.playledger.api.MetadataKeys;
import io.playledger.api.RejectionCode;
import io.playledger.command.aggregate.AggregateType;
import io.playledger.command.aggregate.Root;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;

/**
 * The whole command side on a log in memory, wired by {@link CommandSide} as the server does it:
 * given commands, when a command, then events or a rejection. Aggregates are rebuilt from their
 * events for every command.
 */
public final class CommandFixture {

  private final MemoryLog log = new MemoryLog();
  private final Configuration axon;

  public CommandFixture() {
    Configurer configurer = DefaultConfigurer.defaultConfiguration(false);
    configurer.configureEmbeddedEventStore(configuration -> log);
    CommandSide.aggregates().forEach(type -> configurer.configureAggregate(aggregate(type)));
    CommandSide.handlers()
        .forEach(
            maker ->
                configurer.registerCommandHandler(
                    configuration -> maker.apply(configuration::repository)));
    axon = configurer.start();
  }

  private static <T extends Root> AggregateConfigurer<T> aggregate(AggregateType<T> type) {
    return AggregateConfigurer.defaultConfiguration(type.root())
        .configureCommandTargetResolver(
            configuration ->
                message ->
                    new VersionedAggregateIdentifier(
                        (Object) ((Command<?>) message.getPayload()).aggregateId(), null));
  }

  /** Commands that must succeed. */
  public CommandFixture given(Command<?>... commands) {
    for (Command<?> command : commands) {
      Reply reply = send(command);
      assertThat(reply.failure()).as("given " + command).isEmpty();
    }
    return this;
  }

  /** The command under test. */
  public Then when(Command<?> command) {
    int size = log.size();
    int appends = log.appends();
    Reply reply = send(command);
    return new Then(reply, log.payloadsFrom(size), log.appends() - appends);
  }

  /** Sends a command and waits for its answer; as in production, once more after a lost race. */
  public Reply send(Command<?> command) {
    Reply first = send(command, MetaData.emptyInstance());
    return first.failure().filter(ConcurrencyException.class::isInstance).isPresent()
        ? send(command, MetaData.with(MetadataKeys.ATTEMPT, 2))
        : first;
  }

  private Reply send(Command<?> command, MetaData metadata) {
    CommandBus bus = axon.commandBus();
    Reply[] reply = new Reply[1];
    bus.<Command<?>, Object>dispatch(
        new GenericCommandMessage<>(command, metadata),
        (message, result) ->
            reply[0] =
                result.isExceptional()
                    ? new Reply(null, Optional.of(result.exceptionResult()))
                    : new Reply(result.getPayload(), Optional.empty()));
    assertThat(reply[0]).as("the command bus answers on this thread").isNotNull();
    return reply[0];
  }

  /** What was stored so far. */
  public MemoryLog log() {
    return log;
  }

  /** An answer, or a failure. */
  public record Reply(Object answer, Optional<Throwable> failure) {

    /** The code, where it is a rejection; any other failure fails the test. */
    public Optional<RejectionCode> rejection() {
      return failure.map(
          cause -> {
            assertThat(cause).isInstanceOf(CommandRejected.class);
            return ((CommandRejected) cause).code();
          });
    }
  }

  /** The outcome of the command under test. */
  public record Then(Reply reply, List<Object> events, int appends) {

    /** Asserts that it was accepted and stored exactly these events in one append. */
    public Then expectEvents(Event... expected) {
      assertThat(reply.failure()).isEmpty();
      assertThat(events).containsExactly((Object[]) expected);
      assertThat(appends).as("appends").isEqualTo(1);
      return this;
    }

    /** Asserts that it was accepted with this answer. */
    public Then expectAnswer(Object expected) {
      assertThat(reply.failure()).isEmpty();
      assertThat(reply.answer()).isEqualTo(expected);
      return this;
    }

    /** Asserts that it was rejected for this reason and stored nothing. */
    public Then expectRejection(RejectionCode expected) {
      assertThat(reply.rejection()).contains(expected);
      assertThat(events).isEmpty();
      return this;
    }

    /** Asserts that it was accepted and stored nothing. */
    public Then expectNothingStored() {
      assertThat(reply.failure()).isEmpty();
      assertThat(events).isEmpty();
      return this;
    }
  }
}
