package io.playledger.benchmarks.command;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.command.PurseMessages.Deposit;
import io.playledger.benchmarks.command.PurseMessages.OpenPurse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Callers in a closed loop, each sending the next deposit when the last is acknowledged, and what
 * they were told: how many deposits each purse took and what they sum to.
 */
final class PurseLoad {

  private static final long AMOUNT_MAX = 1_000;

  private final CommandWay way;
  private final int callers;
  private final AtomicLongArray deposits;
  private final AtomicLongArray balances;

  /**
   * @param callers threads, virtual as the server's
   */
  PurseLoad(CommandWay way, int purses, int callers) {
    this.way = way;
    this.callers = callers;
    this.deposits = new AtomicLongArray(purses);
    this.balances = new AtomicLongArray(purses);
  }

  /**
   * What one slice of time gave.
   *
   * @param nanos each command's time, in no order
   */
  record Slice(long[] nanos, double seconds) {

    static Slice together(List<Slice> slices) {
      return new Slice(
          slices.stream().flatMapToLong(slice -> Arrays.stream(slice.nanos)).toArray(),
          slices.stream().mapToDouble(Slice::seconds).sum());
    }

    double rate() {
      return nanos.length / seconds;
    }
  }

  /** A caller's part; returns the time of each command it sent. */
  private interface Part {
    long[] play(int caller) throws Exception;
  }

  int purses() {
    return deposits.length();
  }

  long depositsOf(int purse) {
    return deposits.get(purse);
  }

  long balanceOf(int purse) {
    return balances.get(purse);
  }

  static String id(int purse) {
    return "purse:" + purse;
  }

  void openAll() throws InterruptedException {
    play(
        caller -> {
          for (int purse = caller; purse < purses(); purse += callers) {
            way.send(new OpenPurse(id(purse)));
          }
          return new long[0];
        });
  }

  Slice deposit(Duration length, long seed, boolean keyed) throws InterruptedException {
    SplittableRandom seeds = new SplittableRandom(seed);
    SplittableRandom[] randoms = new SplittableRandom[callers];
    Arrays.setAll(randoms, _ -> seeds.split());
    long start = System.nanoTime();
    long end = start + length.toNanos();
    return play(caller -> deposit(end, randoms[caller], keyed));
  }

  private long[] deposit(long end, SplittableRandom random, boolean keyed) {
    long[] nanos = new long[1 << 12];
    int count = 0;
    long now = System.nanoTime();
    while (now < end) {
      int purse = random.nextInt(purses());
      long amount = 1 + random.nextLong(AMOUNT_MAX);
      Deposit deposit = new Deposit(id(purse), amount);
      long began = System.nanoTime();
      if (keyed) {
        way.send(deposit, new UUID(random.nextLong(), random.nextLong()));
      } else {
        way.send(deposit);
      }
      now = System.nanoTime();
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = now - began;
      deposits.incrementAndGet(purse);
      balances.addAndGet(purse, amount);
    }
    return Arrays.copyOf(nanos, count);
  }

  private Slice play(Part part) throws InterruptedException {
    long start = System.nanoTime();
    List<Future<long[]>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int caller = 0; caller < callers; caller++) {
        int number = caller;
        parts.add(threads.submit(() -> part.play(number)));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    List<long[]> nanos = new ArrayList<>();
    for (Future<long[]> one : parts) {
      nanos.add(result(one));
    }
    return new Slice(nanos.stream().flatMapToLong(Arrays::stream).toArray(), seconds);
  }

  private static long[] result(Future<long[]> part) throws InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException failed) {
      throw new BenchmarkFailed("a command failed: " + failed.getCause(), failed.getCause());
    }
  }
}
