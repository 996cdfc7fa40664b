package io.playledger.eventstore.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.eventstore.read.LogEntry;
import io.playledger.eventstore.read.PagesAhead;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogStreamTest {
  private static final int PAGE = 4;

  private final List<LogEntry> log = new CopyOnWriteArrayList<>();
  private final AtomicInteger reads = new AtomicInteger();
  private final LogTail tail = new LogTail(this::page, PAGE, 5, 1_000, 60_000);

  @AfterEach
  void close() {
    tail.close();
  }

  private List<LogEntry> page(long position) {
    reads.incrementAndGet();
    return log.stream().filter(entry -> entry.position() > position).limit(PAGE).toList();
  }

  /** Upcasters make none, one or several messages of an event. */
  private void append(int messages, long chars) {
    long position = log.size() + 1L;
    List<TrackedEventMessage<?>> made = new ArrayList<>();
    IntStream.range(0, messages)
        .forEach(
            i ->
                made.add(
                    new GenericTrackedEventMessage<>(
                        new GlobalSequenceTrackingToken(position),
                        new GenericEventMessage<>(position + "." + i))));
    log.add(new LogEntry(position, made, chars));
  }

  private void append(int events) {
    IntStream.range(0, events).forEach(i -> append(1, 1));
  }

  private LogStream streamFrom(long position) {
    return new LogStream(tail, new PagesAhead<>(this::page, LogEntry::position, PAGE), position);
  }

  private static List<Object> take(LogStream stream, int messages) throws InterruptedException {
    List<Object> payloads = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      assertThat(stream.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
      payloads.add(stream.nextAvailable().getPayload());
    }
    return payloads;
  }

  @Test
  void streamReadsFromFarBackIntoTheTail() throws InterruptedException {
    append(10);
    tail.start(10);
    LogStream stream = streamFrom(0);
    assertThat(take(stream, 10)).startsWith("1.0").endsWith("10.0");
    assertThat(stream.hasNextAvailable()).isFalse();

    append(3);
    tail.signal();

    assertThat(take(stream, 3)).containsExactly("11.0", "12.0", "13.0");
  }

  @Test
  void manyStreamsAtTheHeadShareOneRead() throws InterruptedException {
    tail.start(0);
    List<LogStream> streams = LongStream.range(0, 8).mapToObj(i -> streamFrom(0)).toList();
    append(3);
    tail.signal();
    for (LogStream stream : streams) {
      assertThat(take(stream, 3)).containsExactly("1.0", "2.0", "3.0");
    }
    assertThat(reads).hasValue(1);
  }

  private LogTail.Stretch stretch(long first, long last) {
    return new LogTail.Stretch(
        first, last, () -> log.subList((int) first - 1, (int) last).stream().toList());
  }

  @Test
  void eventsHandedOverByTheWriterAreNotReadAgain() throws InterruptedException {
    tail.start(0);
    LogStream stream = streamFrom(0);
    append(3);
    tail.handOver(stretch(1, 2));
    tail.handOver(stretch(3, 3));
    assertThat(take(stream, 3)).containsExactly("1.0", "2.0", "3.0");
    assertThat(reads).hasValue(0);
  }

  @Test
  void eventsStoredEarlierByOtherNodesAreRead() throws InterruptedException {
    tail.start(0);
    LogStream stream = streamFrom(0);
    append(11);
    tail.handOver(stretch(11, 11));
    assertThat(take(stream, 11)).startsWith("1.0", "2.0").endsWith("10.0", "11.0");
  }

  @Test
  void rejoinsAfterEventsThatWereReadInPart() throws InterruptedException {
    append(6);
    tail.start(2);
    LogStream stream = streamFrom(2);
    tail.handOver(stretch(1, 2));
    tail.handOver(stretch(2, 5));
    assertThat(take(stream, 3)).containsExactly("3.0", "4.0", "5.0");
    tail.handOver(stretch(6, 6));
    assertThat(take(stream, 1)).containsExactly("6.0");
  }

  @Test
  void eventsBehindATemporaryGapAreNotLost() throws InterruptedException {
    append(2);
    AtomicInteger looks = new AtomicInteger();
    LogTail early =
        new LogTail(
            position -> looks.getAndIncrement() == 0 ? List.of() : page(position),
            PAGE,
            5,
            1_000,
            60_000);
    try {
      early.start(0);
      LogStream stream =
          new LogStream(early, new PagesAhead<>(this::page, LogEntry::position, PAGE), 0);
      early.handOver(stretch(2, 2));
      assertThat(take(stream, 2)).containsExactly("1.0", "2.0");
    } finally {
      early.close();
    }
  }

  @Test
  void eventsThatCannotBeHandedOverAreRead() throws InterruptedException {
    LogTail polling = new LogTail(this::page, PAGE, 5, 1_000, 20);
    try {
      polling.start(0);
      LogStream stream =
          new LogStream(polling, new PagesAhead<>(this::page, LogEntry::position, PAGE), 0);
      append(2);
      polling.handOver(
          new LogTail.Stretch(
              1,
              2,
              () -> {
                throw new IllegalStateException("an upcaster failed");
              }));
      assertThat(take(stream, 2)).containsExactly("1.0", "2.0");
    } finally {
      polling.close();
    }
  }

  /** Every processor waits for the one thread that follows the log. */
  @Test
  void errorDoesNotStopTheTail() throws InterruptedException {
    AtomicInteger attempts = new AtomicInteger();
    LogTail polling =
        new LogTail(
            position -> {
              if (attempts.getAndIncrement() == 0) {
                throw new NoClassDefFoundError("an upcaster's");
              }
              return page(position);
            },
            PAGE,
            5,
            1_000,
            20);
    try {
      polling.start(0);
      append(2);
      LogStream stream =
          new LogStream(polling, new PagesAhead<>(this::page, LogEntry::position, PAGE), 0);
      assertThat(take(stream, 2)).containsExactly("1.0", "2.0");
      assertThat(attempts).hasValueGreaterThan(1);
    } finally {
      polling.close();
    }
  }

  @Test
  void eventsAboveTheBufferedNumberAreRead() throws InterruptedException {
    CountDownLatch held = new CountDownLatch(1);
    tail.start(0);
    append(40);
    tail.handOver(
        new LogTail.Stretch(
            1,
            1,
            () -> {
              awaitUninterrupted(held);
              return log.subList(0, 1);
            }));
    LongStream.rangeClosed(2, 40).forEach(p -> tail.handOver(stretch(p, p)));
    held.countDown();
    assertThat(take(streamFrom(0), 40)).startsWith("1.0").endsWith("40.0");
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void slowStreamFallsBackToItsOwnPages() throws InterruptedException {
    tail.start(0);
    LogStream slow = streamFrom(0);
    append(20);
    tail.signal();
    LogStream quick = streamFrom(15);
    assertThat(take(quick, 5)).endsWith("20.0");
    assertThat(tail.after(14, 10)).as("five are kept").isNull();

    assertThat(take(slow, 20)).startsWith("1.0").endsWith("20.0");
  }

  @Test
  void bufferIsBoundedBySizeToo() throws InterruptedException {
    tail.start(0);
    append(1, 400);
    append(1, 400);
    append(1, 400);
    tail.signal();
    assertThat(tail.awaitBeyond(2, TimeUnit.SECONDS.toNanos(10))).isTrue();
    assertThat(tail.after(0, 10)).isNull();
    assertThat(tail.after(1, 10)).hasSize(2);
  }

  @Test
  void upcastersCanRemoveAndSplitEvents() throws InterruptedException {
    append(0, 1);
    append(2, 1);
    append(0, 1);
    tail.start(0);
    LogStream stream = streamFrom(0);
    tail.signal();
    assertThat(take(stream, 2)).containsExactly("2.0", "2.1");
    assertThat(stream.hasNextAvailable()).isFalse();

    append(1, 1);
    tail.signal();
    assertThat(take(stream, 1)).containsExactly("4.0");
  }

  @Test
  void peekingDoesNotAdvanceTheStream() throws InterruptedException {
    append(2);
    tail.start(2);
    LogStream stream = streamFrom(0);
    assertThat(stream.peek().orElseThrow().getPayload()).isEqualTo("1.0");
    assertThat(take(stream, 2)).containsExactly("1.0", "2.0");
    assertThat(stream.peek()).isEmpty();
  }

  @Test
  void callbackRunsAtOnceAndAtEveryGrowthUntilClosed() {
    tail.start(0);
    LogStream stream = streamFrom(0);
    AtomicInteger calls = new AtomicInteger();
    assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
    assertThat(calls).hasValue(1);

    append(1);
    tail.signal();
    await().until(() -> calls.get() == 2);

    stream.close();
    AtomicInteger others = new AtomicInteger();
    streamFrom(0).setOnAvailableCallback(others::incrementAndGet);
    append(1);
    tail.signal();
    await().until(() -> others.get() == 2);
    assertThat(calls).hasValue(2);
  }

  @Test
  void closingTheTailEndsTheWait() throws InterruptedException {
    tail.start(0);
    LogStream stream = streamFrom(0);
    tail.close();
    assertThat(stream.hasNextAvailable(1, TimeUnit.MINUTES)).isFalse();
    assertThatThrownBy(stream::nextAvailable).isInstanceOf(IllegalStateException.class);
  }
}
