package io.playledger.verification.day;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Shows the progress of the day: one updated line on a terminal, otherwise one line every few
 * seconds.
 */
public final class Progress implements AutoCloseable {

  private static final long TERMINAL_MILLIS = 200;
  private static final long LOG_MILLIS = 3_000;

  private final PrintStream out;
  private final boolean terminal = System.console() != null && System.console().isTerminal();
  private final LongSupplier requests;
  private final LongSupplier retries;
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final long begin = System.nanoTime();
  private volatile String phase = "starting";
  private volatile int total;
  private volatile int mark = Integer.MAX_VALUE;
  private volatile Runnable atMark = () -> {};

  /**
   * @param requests answered so far
   * @param retries so far
   */
  public Progress(PrintStream out, LongSupplier requests, LongSupplier retries) {
    this.out = out;
    this.requests = requests;
    this.retries = retries;
    Thread.ofPlatform().daemon().name("progress").start(this::show);
  }

  /** A new part of the day begins. */
  public void phase(String name, int steps) {
    done.set(0);
    total = steps;
    phase = name;
    mark = Integer.MAX_VALUE;
    if (!terminal) {
      print();
    }
  }

  /** Runs something once, on a thread of its own, when so many steps of this phase are done. */
  public void when(int steps, Runnable once) {
    atMark = once;
    mark = steps;
  }

  void step() {
    if (done.incrementAndGet() == mark) {
      Thread.ofPlatform().name("at-mark").start(atMark);
    }
  }

  private void show() {
    try {
      while (!closed.get()) {
        Thread.sleep(terminal ? TERMINAL_MILLIS : LOG_MILLIS);
        if (!closed.get()) {
          print();
        }
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private void print() {
    long seconds = (System.nanoTime() - begin) / 1_000_000_000;
    String line =
        "%3d s  %-18s %d/%d  requests %d  retries %d"
            .formatted(
                seconds, phase, done.get(), total, requests.getAsLong(), retries.getAsLong());
    if (terminal) {
      out.print("\r" + line + "    ");
      out.flush();
    } else {
      out.println(line);
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true) && terminal) {
      out.println();
    }
  }
}
