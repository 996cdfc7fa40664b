package io.playledger.runtime;

import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.PostgresEventStorageEngine;
import io.playledger.runtime.command.CommandReply;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.SampleApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;

/** Holds a node's writer like a slow disk, so that commands are queued. */
final class HeldWriter implements AutoCloseable {

  private static final Duration LONG_ENOUGH = Duration.ofMillis(300);

  private final SampleApplication node;
  private final PostgresEventStorageEngine engine;
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final Connection connection;
  private int queued;

  HeldWriter(SampleApplication node) throws SQLException {
    this.node = node;
    this.engine = node.get(PostgresEventStorageEngine.class);
    this.connection = node.get(DataSource.class).getConnection();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE event_store.chain IN EXCLUSIVE MODE");
    }
    // this one the writer takes; those behind it wait in the queue
    send(new OpenCounter("counter:" + UUID.randomUUID()));
    await().until(this::writerWaits);
  }

  private boolean writerWaits() {
    Long waiting =
        node.sql()
            .queryForObject(
                "SELECT count(*) FROM pg_locks WHERE NOT granted"
                    + " AND relation = 'event_store.chain'::regclass",
                Long.class);
    return waiting == 1;
  }

  private Future<CommandReply> send(Object command) {
    return callers.submit(
        (Callable<CommandReply>) () -> node.send(command, SampleApplication.key("once")));
  }

  /** Sends a command and waits until its events are in the queue. */
  Future<CommandReply> queue(Object command) {
    Future<CommandReply> sent = send(command);
    queued++;
    await().until(() -> engine.queueLength() == queued);
    return sent;
  }

  /** Sends a command that has nothing to queue, and sees it wait nonetheless. */
  Future<CommandReply> seeWaiting(Object command) {
    Future<CommandReply> sent = send(command);
    seeWaiting(sent);
    return sent;
  }

  void seeWaiting(Future<CommandReply> sent) {
    await().during(LONG_ENOUGH).atMost(Duration.ofSeconds(5)).until(() -> !sent.isDone());
  }

  /** Lets the writer go on, and waits until all that was sent is answered. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
    connection.close();
    callers.close();
  }
}
