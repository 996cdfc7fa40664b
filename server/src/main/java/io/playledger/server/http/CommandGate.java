package io.playledger.server.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.playledger.api.Command;
import io.playledger.api.CommandRejected;
import io.playledger.api.MetadataKeys;
import io.playledger.eventstore.CommandKey;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import java.util.HashMap;
import java.util.Map;

/**
 * The one way from a controller to the command side. It adds who asked, makes repeats repeats, and
 * measures. Whatever goes wrong is thrown and told by {@link ProblemAdvice}.
 */
public final class CommandGate {

  private static final String METRIC = "playledger.commands";

  private final Commands commands;
  private final MeterRegistry metrics;

  public CommandGate(Commands commands, MeterRegistry metrics) {
    this.commands = commands;
    this.metrics = metrics;
  }

  /**
   * Sends and waits until it is durable. The scope of the key is the player.
   *
   * @param resultType class of what the handler answers
   */
  public <R> Sent<R> send(CommandCall call, Command command, Class<R> resultType) {
    Caller caller = call.caller();
    Map<String, String> metadata = new HashMap<>();
    metadata.put(MetadataKeys.ACTOR_ID, caller.player().toString());
    metadata.put(MetadataKeys.ACTOR_ROLE, caller.actingRole().wireName());
    metadata.put(MetadataKeys.REQUEST_ID, caller.requestId());
    metadata.put(MetadataKeys.CORRELATION_ID, caller.correlationId());
    metadata.put(MetadataKeys.CAUSATION_ID, caller.requestId());
    metadata.put(MetadataKeys.IDEMPOTENCY_KEY, call.idempotencyKey().toString());
    metadata.put(MetadataKeys.CLIENT_ADDRESS_HASH, caller.addressHash());
    CommandKey key =
        new CommandKey(caller.player().toString(), call.idempotencyKey(), call.requestHash());
    return measured(new CommandRequest(command, metadata, key), resultType);
  }

  private <R> Sent<R> measured(CommandRequest request, Class<R> resultType) {
    Timer.Sample sample = Timer.start(metrics);
    String outcome = "failed";
    try {
      CommandReply reply = commands.send(request);
      outcome = reply.replayed() ? "replayed" : "accepted";
      return new Sent<>(resultType.cast(reply.result()), reply.position(), reply.replayed());
    } catch (CommandRejected rejected) {
      outcome = "rejected";
      throw rejected;
    } finally {
      sample.stop(
          Timer.builder(METRIC)
              .description("Commands by type and outcome, from the gate to durability")
              .tag("command", request.command().getClass().getSimpleName())
              .tag("outcome", outcome)
              .publishPercentileHistogram()
              .register(metrics));
    }
  }
}
