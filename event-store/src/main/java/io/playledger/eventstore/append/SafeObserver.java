package io.playledger.eventstore.append;

import io.playledger.eventstore.EventStoreObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a throwing observer from harming the writer. */
final class SafeObserver implements EventStoreObserver {
  private static final Logger logger = LoggerFactory.getLogger(SafeObserver.class);

  private final EventStoreObserver delegate;

  SafeObserver(EventStoreObserver delegate) {
    this.delegate = delegate;
  }

  private static void guarded(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      logger.warn("An event store observer failed", e);
    }
  }

  @Override
  public void batchStored(int commands, int events, long nanos) {
    guarded(() -> delegate.batchStored(commands, events, nanos));
  }

  @Override
  public void queueLength(int commands) {
    guarded(() -> delegate.queueLength(commands));
  }

  @Override
  public void conflict() {
    guarded(delegate::conflict);
  }

  @Override
  public void duplicateCommand() {
    guarded(delegate::duplicateCommand);
  }

  @Override
  public void queueFull() {
    guarded(delegate::queueFull);
  }

  @Override
  public void outcomeUnknown() {
    guarded(delegate::outcomeUnknown);
  }

  @Override
  public void connectionLost() {
    guarded(delegate::connectionLost);
  }

  @Override
  public void connected() {
    guarded(delegate::connected);
  }
}
