package io.playledger.eventstore;

import static io.playledger.eventstore.TestEvents.credited;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.eventstore.append.AppendContext;
import io.playledger.eventstore.chain.ChainVerifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

/**
 * Random commands over few aggregates from many callers on two nodes, some sent twice under one
 * key, while backends are terminated at random: every answer must agree with the log.
 */
class RandomCommandsIT {
  private static final int CALLERS = 24;
  private static final int COMMANDS_A_CALLER = 60;
  private static final int AGGREGATES = 12;

  private record Told(
      List<String> eventIds, CommandKey key, long firstPosition, RuntimeException failure) {}

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean done = new AtomicBoolean();

  @Test
  void answersToRandomCommandsAreTrue() {
    System.out.println("seed " + seed);
    try (TestLog log = TestLog.fresh()) {
      List<PostgresEventStorageEngine> nodes = List.of(log.engine(), log.engine());
      try (Callers callers = new Callers()) {
        for (int caller = 0; caller < CALLERS; caller++) {
          Random random = new Random(seed + caller);
          PostgresEventStorageEngine node = nodes.get(caller % 2);
          callers.call(
              () -> IntStream.range(0, COMMANDS_A_CALLER).forEach(i -> send(node, random)));
        }
        Callers chaos = new Callers();
        chaos.call(() -> terminateBackends(log, new Random(seed)));
        assertThat(callers.outcomes()).containsOnlyNulls();
        done.set(true);
        assertThat(chaos.outcomes()).containsOnlyNulls();
        chaos.close();
      }
      check(log, nodes.getFirst());
    }
  }

  private void send(PostgresEventStorageEngine node, Random random) {
    List<DomainEventMessage<?>> events = new ArrayList<>();
    random
        .ints(1 + random.nextInt(3), 0, AGGREGATES)
        .distinct()
        .forEach(
            i -> {
              String aggregate = "aggregate-" + i;
              long next = node.lastSequenceNumberFor(aggregate).orElse(-1L) + 1;
              events.add(credited(aggregate, next));
              if (random.nextBoolean()) {
                events.add(credited(aggregate, next + 1));
              }
            });
    CommandKey key =
        new CommandKey("s", new UUID(0, random.nextInt(CALLERS * COMMANDS_A_CALLER)), new byte[1]);
    DefaultUnitOfWork<?> unit =
        DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("c"));
    AppendContext context = AppendContext.keyed(key, () -> "{}");
    context.attachTo(unit);
    RuntimeException failure = null;
    try {
      node.appendEvents(events);
      unit.commit();
    } catch (RuntimeException e) {
      failure = e;
      unit.rollback(e);
    }
    told.add(
        new Told(
            events.stream().map(DomainEventMessage::getIdentifier).toList(),
            key,
            context.firstPosition().orElse(0),
            failure));
  }

  private void terminateBackends(TestLog log, Random random) {
    while (!done.get()) {
      log.execute(
          """
          SELECT pg_terminate_backend(pid), pg_sleep(%s) FROM (SELECT pid FROM pg_stat_activity
            WHERE datname = current_database() AND query LIKE '%%pg_notify%%'
              AND pid <> pg_backend_pid() LIMIT 1) AS writer
          """
              .formatted(0.05 + random.nextDouble() / 5));
    }
  }

  private void check(TestLog log, PostgresEventStorageEngine node) {
    Map<String, Long> positions = new HashMap<>();
    Map<String, Long> nextSequence = new HashMap<>();
    node.readEvents(null, false)
        .forEach(
            event -> {
              long position = event.trackingToken().position().getAsLong();
              assertThat(positions.put(event.getIdentifier(), position)).isNull();
              DomainEventMessage<?> domainEvent = (DomainEventMessage<?>) event;
              long expected =
                  nextSequence.merge(domainEvent.getAggregateIdentifier(), 1L, Long::sum);
              assertThat(domainEvent.getSequenceNumber()).isEqualTo(expected - 1);
            });
    for (Told one : told) {
      if (one.failure() == null) {
        for (int i = 0; i < one.eventIds().size(); i++) {
          assertThat(positions)
              .as("seed %d", seed)
              .containsEntry(one.eventIds().get(i), one.firstPosition() + i);
        }
        StoredOutcome outcome =
            log.outcomes().find(one.key().scope(), one.key().key()).orElseThrow();
        assertThat(outcome.position()).isEqualTo(one.firstPosition() + one.eventIds().size() - 1);
      } else {
        assertThat(one.failure())
            .isInstanceOfAny(ConcurrencyException.class, DuplicateCommandException.class);
        assertThat(one.eventIds()).as("seed %d", seed).noneMatch(positions::containsKey);
      }
    }
    assertThat(told).filteredOn(one -> one.failure() == null).hasSizeGreaterThan(50);
    assertThat(log.isGapless()).isTrue();
    assertThat(new ChainVerifier(log.pool(), TestLog.SCHEMA).verify().isComplete()).isTrue();
  }
}
