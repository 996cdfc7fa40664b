package io.playledger.eventstore.tail;

import io.playledger.eventstore.read.LogEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.axonframework.common.Registration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest events of the log in memory, shared by all streams: one thread follows the log, and
 * all streams near the head read here. Events stored by this node are handed over; events of other
 * nodes are read. Positions have no gaps, so a position is an index into a ring.
 */
public final class LogTail implements AutoCloseable {
  private static final Logger logger = LoggerFactory.getLogger(LogTail.class);

  /** Further waiting stretches are dropped and read from the log instead. */
  private static final int HANDED_OVER_MAX = 16;

  /**
   * Events stored together.
   *
   * @param entries created on the following thread
   */
  public record Stretch(long first, long last, Supplier<List<LogEntry>> entries) {}

  private final LongFunction<List<LogEntry>> entriesAfter;
  private final int pageEntriesMax;
  private final long charsMax;
  private final long pollMillis;
  private final @Nullable LogEntry[] ring;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Condition signalled = lock.newCondition();
  private final Set<Runnable> callbacks = new CopyOnWriteArraySet<>();
  private final Thread follower;

  // guarded by lock
  private long first;
  private long last;
  private long chars;
  private final Deque<Stretch> handedOver = new ArrayDeque<>();
  private boolean fetchDue;
  private boolean started;
  private boolean closed;

  /**
   * @param entriesAfter reads a page of the log behind a position
   * @param pageEntriesMax size of a full page
   * @param entriesMax entries kept
   * @param charsMax characters of payload and metadata kept
   * @param pollMillis how often to look when no signal comes
   */
  public LogTail(
      LongFunction<List<LogEntry>> entriesAfter,
      int pageEntriesMax,
      int entriesMax,
      long charsMax,
      long pollMillis) {
    this.entriesAfter = entriesAfter;
    this.pageEntriesMax = pageEntriesMax;
    this.charsMax = charsMax;
    this.pollMillis = pollMillis;
    this.ring = new LogEntry[entriesMax];
    this.follower = Thread.ofPlatform().daemon().name("event-store-tail").unstarted(this::follow);
  }

  public void start(long head) {
    lock.lock();
    try {
      first = head + 1;
      last = head;
      started = true;
      follower.start();
    } finally {
      lock.unlock();
    }
  }

  /** The log has grown by these events, which need not be read. */
  public void handOver(Stretch stretch) {
    lock.lock();
    try {
      if (!started) {
        return;
      }
      if (handedOver.size() == HANDED_OVER_MAX) {
        // the next one does not join on, so all of it is read
        handedOver.clear();
      }
      handedOver.add(stretch);
      signalled.signal();
    } finally {
      lock.unlock();
    }
  }

  /** The log has grown by events that must be read. */
  public void signal() {
    lock.lock();
    try {
      fetchDue = true;
      signalled.signal();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Entries behind a position.
   *
   * @return empty at the head; nothing if the position is older than the kept entries
   */
  @Nullable List<LogEntry> after(long position, int max) {
    lock.lock();
    try {
      if (position >= last) {
        return List.of();
      }
      if (position + 1 < first) {
        return null;
      }
      int count = (int) Math.min(max, last - position);
      List<LogEntry> entries = new ArrayList<>(count);
      for (long p = position + 1; p <= position + count; p++) {
        entries.add(ring[slot(p)]);
      }
      return entries;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the tail is beyond a position. */
  boolean awaitBeyond(long position, long nanos) throws InterruptedException {
    long left = nanos;
    lock.lockInterruptibly();
    try {
      while (last <= position && !closed && left > 0) {
        left = grown.awaitNanos(left);
      }
      return last > position;
    } finally {
      lock.unlock();
    }
  }

  boolean isClosed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  /** Calls back after every growth, on the following thread. */
  Registration onGrowth(Runnable callback) {
    callbacks.add(callback);
    return () -> callbacks.remove(callback);
  }

  private void follow() {
    boolean brokenOff = false;
    while (awaitNews()) {
      try {
        followOn();
        if (brokenOff) {
          logger.info("The tail of the event log is read again");
          brokenOff = false;
        }
      } catch (RuntimeException | Error e) {
        // also an upcaster's error: processors wait for this thread
        if (!brokenOff) {
          logger.warn("The tail of the event log cannot be read, trying again: {}", e.toString());
          brokenOff = true;
        }
        logger.debug("The tail broke off here", e);
        forgetHandedOver();
      }
    }
  }

  private void followOn() {
    Optional<Stretch> joining = joining();
    List<LogEntry> page =
        joining.isPresent() ? joining.get().entries().get() : fetched(lastPosition());
    if (!page.isEmpty()) {
      add(page);
      callbacks.forEach(LogTail::callBack);
    }
  }

  private List<LogEntry> fetched(long position) {
    List<LogEntry> page = entriesAfter.apply(position);
    if (page.size() == pageEntriesMax) {
      signal();
    } else if (page.isEmpty()) {
      readUnjoined();
    }
    return page;
  }

  /** Events of another node lie between, which were stored after the last read. */
  private void readUnjoined() {
    lock.lock();
    try {
      if (!handedOver.isEmpty() && handedOver.peek().first() > last + 1) {
        handedOver.clear();
        fetchDue = true;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for news or the poll interval. Returns whether to continue. */
  private boolean awaitNews() {
    lock.lock();
    try {
      long left = TimeUnit.MILLISECONDS.toNanos(pollMillis);
      while (!fetchDue && handedOver.isEmpty() && !closed && left > 0) {
        left = signalled.awaitNanos(left);
      }
      return !closed;
    } catch (InterruptedException e) {
      logger.debug("The tail's thread was interrupted and stops", e);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** The oldest stretch that goes on where the tail ends; where there is none the log is read. */
  private Optional<Stretch> joining() {
    lock.lock();
    try {
      while (!handedOver.isEmpty() && handedOver.peek().last() <= last) {
        handedOver.remove();
      }
      if (!handedOver.isEmpty() && handedOver.peek().first() <= last + 1) {
        return Optional.of(handedOver.remove());
      }
      fetchDue = false;
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private void forgetHandedOver() {
    lock.lock();
    try {
      handedOver.clear();
    } finally {
      lock.unlock();
    }
  }

  private long lastPosition() {
    lock.lock();
    try {
      return last;
    } finally {
      lock.unlock();
    }
  }

  private void add(List<LogEntry> page) {
    lock.lock();
    try {
      for (LogEntry entry : page) {
        if (entry.position() <= last) {
          // the page before ended in the middle of what was stored in one piece
          continue;
        }
        if (entry.position() != last + 1) {
          throw new IllegalStateException(
              "Position %d follows %d in the event log".formatted(entry.position(), last));
        }
        chars += entry.chars();
        while (last - first + 1 >= ring.length || (chars > charsMax && first <= last)) {
          chars -= ring[slot(first)].chars();
          ring[slot(first)] = null;
          first++;
        }
        ring[slot(entry.position())] = entry;
        last = entry.position();
      }
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private int slot(long position) {
    return (int) (position % ring.length);
  }

  private static void callBack(Runnable callback) {
    try {
      callback.run();
    } catch (RuntimeException e) {
      logger.warn("A stream's callback failed", e);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      grown.signalAll();
      signalled.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
