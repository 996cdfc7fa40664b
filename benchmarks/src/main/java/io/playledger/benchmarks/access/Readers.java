package io.playledger.benchmarks.access;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.transfer.LeanConnection;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/**
 * Connections that are kept open over everything that is measured, each with a thread and the token
 * of one player.
 */
final class Readers implements AutoCloseable {

  private static final int OK = 200;
  private static final int UNAUTHENTICATED = 401;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final List<LeanConnection> connections = new ArrayList<>();
  private final List<String> tokens;
  private final ExecutorService threads;

  /**
   * @param tokens one a connection
   */
  Readers(URI server, List<String> tokens) throws IOException {
    this.tokens = List.copyOf(tokens);
    this.threads = Executors.newFixedThreadPool(tokens.size());
    for (int number = 0; number < tokens.size(); number++) {
      connections.add(new LeanConnection(server));
    }
  }

  /** Whether it is said who asks. */
  enum Asking {
    AS_NOBODY,
    WITH_TOKEN
  }

  /** Everybody reads as fast as they are answered. */
  Reads read(String path, Asking asking, Duration length) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    return together(begin, number -> readUntil(end, path, asking, number));
  }

  /**
   * So many reads a second, with tokens, all together. A time runs from when the read was due, so
   * that one slow answer does not hide what came after it.
   */
  Reads paced(String path, int perSecond, Duration length) throws InterruptedException {
    long begin = System.nanoTime();
    long end = begin + length.toNanos();
    long between = NANOS_PER_SECOND * connections.size() / perSecond;
    return together(
        begin,
        number -> {
          LongStream.Builder nanos = LongStream.builder();
          long due = begin + between * number / connections.size();
          for (; due < end; due += between) {
            await(due);
            ask(path, Asking.WITH_TOKEN, number);
            nanos.add(System.nanoTime() - due);
          }
          return nanos.build().toArray();
        });
  }

  /** A token with another signature is refused: what is read with tokens is read by somebody. */
  void requireRefused(String path) throws IOException {
    String token = tokens.getFirst();
    int signature = token.lastIndexOf('.') + 1;
    char other = token.charAt(signature) == 'A' ? 'B' : 'A';
    String forged = token.substring(0, signature) + other + token.substring(signature + 1);
    int status = connections.getFirst().get(path, Optional.of(forged)).status();
    BenchmarkFailed.unless(
        status == UNAUTHENTICATED, "A forged token was answered " + status + " on " + path);
  }

  private long[] readUntil(long end, String path, Asking asking, int number) throws IOException {
    LongStream.Builder nanos = LongStream.builder();
    for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
      ask(path, asking, number);
      nanos.add(System.nanoTime() - begin);
    }
    return nanos.build().toArray();
  }

  private void ask(String path, Asking asking, int number) throws IOException {
    LeanConnection.Answer answer =
        connections
            .get(number)
            .get(
                path,
                asking == Asking.WITH_TOKEN ? Optional.of(tokens.get(number)) : Optional.empty());
    BenchmarkFailed.unless(
        answer.status() == OK && answer.body().length > 0,
        "%s was answered %d with %d bytes".formatted(path, answer.status(), answer.body().length));
  }

  private interface Part {
    long[] read(int number) throws IOException;
  }

  private Reads together(long begin, Part part) throws InterruptedException {
    List<Callable<long[]>> parts = new ArrayList<>();
    for (int number = 0; number < connections.size(); number++) {
      int reader = number;
      parts.add(() -> part.read(reader));
    }
    LongStream nanos = LongStream.empty();
    for (Future<long[]> one : threads.invokeAll(parts)) {
      try {
        nanos = LongStream.concat(nanos, LongStream.of(one.get()));
      } catch (ExecutionException failed) {
        throw new BenchmarkFailed("A reader broke off", failed.getCause());
      }
    }
    long[] all = nanos.toArray();
    return new Reads(all, (System.nanoTime() - begin) / (double) NANOS_PER_SECOND);
  }

  private static void await(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = nanos - System.nanoTime();
    }
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    for (LeanConnection connection : connections) {
      connection.close();
    }
  }
}
