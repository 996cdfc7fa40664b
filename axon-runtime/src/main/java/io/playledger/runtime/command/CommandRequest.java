package io.playledger.runtime.command;

import io.playledger.eventstore.CommandKey;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command to be sent.
 *
 * @param command the message's payload
 * @param metadata actor and correlation; copied to every event of the command
 * @param key permanent key of the command, with the hash of the request; missing if a repeat does
 *     no harm
 */
public record CommandRequest(Object command, Map<String, ?> metadata, @Nullable CommandKey key) {

  /** Copies the metadata. */
  public CommandRequest {
    Objects.requireNonNull(command, "command");
    metadata = Map.copyOf(metadata);
  }

  /** A command without a key. */
  public static CommandRequest unkeyed(Object command, Map<String, ?> metadata) {
    return new CommandRequest(command, metadata, null);
  }
}
