package io.playledger.runtime.command;

/** The only way to send a command, for controllers and (through {@code SagaCommands}) for sagas. */
@FunctionalInterface
public interface Commands {

  /**
   * Sends the command and waits until its events are durable.
   *
   * <p>Throws the context's own rejection (whatever the {@link RejectionCodec} recognises), {@link
   * IdempotencyKeyReusedException}, {@link CommandInFlightException}, {@link
   * CommandConflictException}, {@link OutcomeUnknownException}, or an exception of the framework
   * for an error.
   */
  CommandReply send(CommandRequest request);
}
