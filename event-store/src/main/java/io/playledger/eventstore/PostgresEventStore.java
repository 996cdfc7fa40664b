package io.playledger.eventstore;

import java.util.List;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/**
 * Axon's {@link EmbeddedEventStore}, woken by the log itself: once a batch rather than once a
 * command, and by other nodes' appends too. Its {@code fetchDelay} stays as the safety net for the
 * time in which the listening connection is down.
 */
public final class PostgresEventStore extends EmbeddedEventStore {
  private final Registration wakeUp;

  private PostgresEventStore(EmbeddedEventStore.Builder settings, TailSignal tail) {
    super(settings);
    this.wakeUp = tail.subscribe(this::wake);
  }

  /**
   * @param settings message monitor, cache size, fetch delay and so on; the engine is set here
   */
  public static PostgresEventStore on(
      PostgresEventStorageEngine engine, EmbeddedEventStore.Builder settings) {
    return new PostgresEventStore(settings.storageEngine(engine), engine.tail());
  }

  private void wake() {
    super.afterCommit(List.of());
  }

  /** Nothing: the writer has already told the tail, before it told the command. */
  @Override
  protected void afterCommit(List<? extends EventMessage<?>> events) {}

  @Override
  public void shutDown() {
    wakeUp.cancel();
    super.shutDown();
  }
}
