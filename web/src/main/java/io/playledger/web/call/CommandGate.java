package io.playledger.web.call;

import io.playledger.api.Command;
import io.playledger.api.MetadataKeys;
import io.playledger.eventstore.CommandKey;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import io.playledger.web.authority.Caller;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;

/**
 * The only way from a controller to the command side. It adds the caller and recognises repeats.
 * Every failure is thrown and reported by {@link ProblemAdvice}.
 */
public final class CommandGate {

  private final Commands commands;

  public CommandGate(Commands commands) {
    this.commands = commands;
  }

  /** Sends a command and waits until it is durable. The scope of the key is the player. */
  public <R> Sent<R> send(CommandCall call, Command<R> command) {
    Caller caller = call.caller();
    Map<String, String> metadata = metadataOf(caller);
    metadata.put(MetadataKeys.IDEMPOTENCY_KEY, call.idempotencyKey().toString());
    CommandKey key =
        new CommandKey(caller.player().toString(), call.idempotencyKey(), call.requestHash());
    return sent(command, new CommandRequest(command, metadata, key));
  }

  /** Sends a command and replies 200 with the answer of its handler. */
  public <R> ResponseEntity<Answer<R>> ok(CommandCall call, Command<R> command) {
    Sent<R> sent = send(call, command);
    return sent.ok(sent.result());
  }

  /** Sends a command and replies 201 with the answer of its handler. */
  public <R> ResponseEntity<Answer<R>> created(CommandCall call, Command<R> command) {
    Sent<R> sent = send(call, command);
    return sent.created(sent.result());
  }

  /** Sends a command without a key that is only tried and stores nothing. */
  public <R> Sent<R> tryOut(Caller caller, Command<R> command) {
    return sent(command, CommandRequest.unkeyed(command, metadataOf(caller)));
  }

  private <R> Sent<R> sent(Command<R> command, CommandRequest request) {
    CommandReply reply = commands.send(request);
    Class<R> type = command.answerType();
    // Axon answers with the aggregate's id where a handler that may create it answers nothing
    R result = type == Void.class ? null : type.cast(reply.result());
    return new Sent<>(result, reply.position(), reply.replayed());
  }

  private static Map<String, String> metadataOf(Caller caller) {
    Map<String, String> metadata = new HashMap<>();
    metadata.put(MetadataKeys.ACTOR_ID, caller.player().toString());
    metadata.put(MetadataKeys.ACTOR_ROLE, caller.actingRole().wireName());
    metadata.put(MetadataKeys.REQUEST_ID, caller.requestId());
    metadata.put(MetadataKeys.CORRELATION_ID, caller.correlationId());
    metadata.put(MetadataKeys.CAUSATION_ID, caller.requestId());
    metadata.put(MetadataKeys.CLIENT_ADDRESS_HASH, caller.addressHash());
    return metadata;
  }
}
