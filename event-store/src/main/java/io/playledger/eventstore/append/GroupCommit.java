package io.playledger.eventstore.append;

import io.playledger.eventstore.EventStoreLimits;
import io.playledger.eventstore.EventStoreObserver;
import io.playledger.eventstore.SchemaName;
import io.playledger.eventstore.tail.TailSignal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.Serializer;

/** Stores the events of many commands as one transaction, on one connection and thread. */
public final class GroupCommit implements AutoCloseable {
  private final EventSerialization serialization;
  private final EventStoreLimits limits;
  private final AppendQueue queue;
  private final Thread writer;

  /**
   * Connects with the first append.
   *
   * @param source supplies a connection that is kept
   * @param nodeId id that this node sends with its appends
   * @param tail receives each batch
   */
  public GroupCommit(
      DataSource source,
      SchemaName schema,
      String nodeId,
      Serializer serializer,
      EventStoreLimits limits,
      TailSignal tail,
      EventStoreObserver observer) {
    EventStoreObserver safe = new SafeObserver(observer);
    this.limits = limits;
    this.serialization = new EventSerialization(serializer, limits);
    this.queue = new AppendQueue(limits, safe);
    WriterSessions sessions = new WriterSessions(source, BatchSql.of(schema), nodeId, limits, safe);
    this.writer =
        Thread.ofPlatform()
            .daemon()
            .name("event-store-writer")
            .unstarted(new GroupCommitWriter(queue, sessions, tail, safe));
  }

  /** Starts the writer. */
  public void start() {
    writer.start();
  }

  /** All of the events or none; returns as the current {@link AppendContext} says. */
  public void append(List<? extends EventMessage<?>> events) {
    Optional<AppendContext> context = AppendContext.current();
    List<SerializedEvent> serialized = serialization.serialize(events);
    QueuedAppend queued = new QueuedAppend(limits.appendWaitMillisMax());
    queue.submit(
        new PendingAppend(
            serialized,
            context.map(AppendContext::outcomeDraft).orElse(null),
            context.map(AppendContext::foundation).orElse(List.of()),
            context.map(it -> lookedAtBeside(it, serialized)).orElse(List.of()),
            queued));
    if (context.isPresent()) {
      context.get().queued(queued, events.size());
    } else {
      queued.awaitStored();
    }
  }

  private static List<AggregateSequence> lookedAtBeside(
      AppendContext context, List<SerializedEvent> appended) {
    List<AggregateSequence> others = new ArrayList<>();
    context
        .lookedAtBeside(appended.stream().map(SerializedEvent::aggregateId).toList())
        .forEach((id, sequence) -> others.add(new AggregateSequence(id, sequence)));
    return others;
  }

  /** Commands that wait for the writer. */
  public int queueLength() {
    return queue.length();
  }

  /** Takes no further events; those that wait are still written, see {@link #awaitEnd}. */
  @Override
  public void close() {
    queue.close();
  }

  /** Waits, after {@link #close}, until what waits is written. */
  public void awaitEnd() {
    try {
      if (!writer.join(Duration.ofMillis(limits.appendWaitMillisMax()))) {
        writer.interrupt();
        writer.join(TimeUnit.SECONDS.toMillis(5));
      }
    } catch (InterruptedException e) {
      writer.interrupt();
      Thread.currentThread().interrupt();
    }
  }
}
