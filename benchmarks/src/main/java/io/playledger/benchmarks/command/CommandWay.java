package io.playledger.benchmarks.command;

import io.playledger.benchmarks.command.PurseMessages.PurseCommand;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** A command bus with its aggregates and its event store on a database of its own. */
interface CommandWay extends AutoCloseable {

  /** What every command carries, as from the server's controllers. */
  Map<String, String> METADATA =
      Map.of(
          "actorId",
          "0199f2c0-7c1e-7b5a-9d6f-3f2c6c1f7a11",
          "actorRole",
          "player",
          "requestId",
          "0199f2c0-7c1e-7b5a-9d6f-3f2c6c1f7a12",
          "correlationId",
          "0199f2c0-7c1e-7b5a-9d6f-3f2c6c1f7a13");

  /** Returns when the command's event is durable; throws where it is not. */
  void send(PurseCommand command);

  /** The same with an idempotency key. */
  void send(PurseCommand command, UUID key);

  /** Where the events lie. */
  DataSource database();

  /** Name of the table of events, and of its columns for the aggregate and the sequence. */
  EventTable events();

  @Override
  void close();

  /**
   * The table of events in SQL.
   *
   * @param payload expression that yields the payload as {@code json}
   */
  record EventTable(String name, String aggregateId, String sequence, String payload) {}
}
