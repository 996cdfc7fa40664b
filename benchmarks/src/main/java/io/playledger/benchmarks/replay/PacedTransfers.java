package io.playledger.benchmarks.replay;

import io.playledger.api.identity.PlayerId;
import io.playledger.api.ledger.AccountId;
import io.playledger.api.ledger.Posting;
import io.playledger.api.ledger.Postings;
import io.playledger.api.ledger.TransactionId;
import io.playledger.api.ledger.TransactionType;
import io.playledger.api.ledger.event.TransactionPosted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;

/**
 * Appends one event at a time at a steady pace, whether the last was acknowledged or not: a store
 * or a projection that stalls finds the events waiting that a patient client would not have sent.
 */
final class PacedTransfers {

  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final EventStorageEngine engine;
  private final SplittableRandom random;
  private final PlayerId[] players;

  PacedTransfers(EventStorageEngine engine, long seed, int players) {
    this.engine = engine;
    this.random = new SplittableRandom(seed);
    this.players = new PlayerId[players];
    for (int i = 0; i < players; i++) {
      this.players[i] = new PlayerId(uuid());
    }
  }

  /** An event and when its append was acknowledged, by {@link System#nanoTime()}. */
  record Acknowledged(UUID transaction, long nanos) {}

  /** Sends so many events, so many a second; returns when all are acknowledged. */
  List<Acknowledged> send(int events, int perSecond)
      throws InterruptedException, ExecutionException {
    List<Future<Acknowledged>> sent = new ArrayList<>(events);
    List<Acknowledged> acknowledged = new ArrayList<>(events);
    try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
      long begin = System.nanoTime();
      for (int i = 0; i < events; i++) {
        UUID transaction = uuid();
        DomainEventMessage<?> event = event(transaction);
        awaitTime(begin + i * NANOS_PER_SECOND / perSecond);
        sent.add(
            senders.submit(
                () -> {
                  engine.appendEvents(List.of(event));
                  return new Acknowledged(transaction, System.nanoTime());
                }));
      }
    }
    for (Future<Acknowledged> one : sent) {
      acknowledged.add(one.get());
    }
    return acknowledged;
  }

  private static void awaitTime(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }

  private DomainEventMessage<?> event(UUID id) {
    int from = random.nextInt(players.length);
    int to = (from + 1 + random.nextInt(players.length - 1)) % players.length;
    long units = 1 + random.nextLong(100);
    TransactionId transaction = new TransactionId(id);
    Instant now = Instant.now();
    return new GenericDomainEventMessage<>(
        "ledger.LedgerTransaction",
        transaction.aggregateId(),
        0,
        new TransactionPosted(
            transaction,
            Postings.of(
                new Posting(
                    AccountId.wallet(players[from]),
                    LedgerLog.ASSET,
                    -units,
                    TransactionType.TRANSFER_OUT),
                new Posting(
                    AccountId.wallet(players[to]),
                    LedgerLog.ASSET,
                    units,
                    TransactionType.TRANSFER_IN)),
            null,
            null,
            now),
        LedgerLog.METADATA,
        uuid().toString(),
        now);
  }

  private UUID uuid() {
    return new UUID(random.nextLong(), random.nextLong());
  }
}
