package io.playledger.eventstore;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what the store told. */
final class CountingObserver implements EventStoreObserver {
  final List<Integer> batches = new CopyOnWriteArrayList<>();
  final AtomicInteger conflicts = new AtomicInteger();
  final AtomicInteger duplicates = new AtomicInteger();
  final AtomicInteger full = new AtomicInteger();
  final AtomicInteger unknown = new AtomicInteger();
  final AtomicInteger lost = new AtomicInteger();

  @Override
  public void batchStored(int commands, int events, long nanos) {
    batches.add(commands);
  }

  @Override
  public void conflict() {
    conflicts.incrementAndGet();
  }

  @Override
  public void duplicateCommand() {
    duplicates.incrementAndGet();
  }

  @Override
  public void queueFull() {
    full.incrementAndGet();
  }

  @Override
  public void outcomeUnknown() {
    unknown.incrementAndGet();
  }

  @Override
  public void connectionLost() {
    lost.incrementAndGet();
  }
}
