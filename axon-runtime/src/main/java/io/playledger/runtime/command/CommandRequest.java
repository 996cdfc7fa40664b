package io.playledger.runtime.command;

import io.playledger.eventstore.CommandKey;
import java.util.Map;
import java.util.Objects;

/**
 * A command on its way.
 *
 * @param command the message's payload
 * @param metadata who asks and in which connection; copied to every event of the command
 * @param key names the command once and for ever and carries the hash of the request; null where a
 *     repeat does no harm
 */
public record CommandRequest(Object command, Map<String, ?> metadata, CommandKey key) {

  /** Copies the metadata. */
  public CommandRequest {
    Objects.requireNonNull(command, "command");
    metadata = Map.copyOf(metadata);
  }

  /** Without a key. */
  public static CommandRequest unkeyed(Object command, Map<String, ?> metadata) {
    return new CommandRequest(command, metadata, null);
  }
}
