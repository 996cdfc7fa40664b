package io.playledger.benchmarks.transfer;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.transfer.Payments.Payment;
import io.playledger.verification.books.Currency;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Connections in a closed loop, each sending the next transfer when the last was answered: a random
 * player pays a random other one, with a key of its own.
 */
final class TransferLoad {

  static final String TRANSFERS = "/api/v1/wallet/transfers";

  /** The same decision, but nothing is stored. */
  static final String TRIED_OUT = TRANSFERS + "?dryRun=true";

  private static final int CREATED = 201;
  private static final int OK = 200;
  private static final int UNITS_MAX = 9_999;

  private final URI server;
  private final Payers payers;
  private final int connections;

  /** Measuring begins when this time is reached. */
  private volatile long countedFromNanos;

  private volatile boolean ended;

  TransferLoad(URI server, Payers payers, int connections) {
    this.server = server;
    this.payers = payers;
    this.connections = connections;
  }

  /** What happens beside the load, on the caller's thread, while it goes on. */
  interface Course {
    void run(Runnable beginCounting) throws InterruptedException, IOException;
  }

  /** Runs the load while the course runs; what was acknowledged, in no order. */
  List<Payment> run(String path, long seed, Course course)
      throws InterruptedException, IOException {
    ended = false;
    countedFromNanos = Long.MAX_VALUE;
    SplittableRandom seeds = new SplittableRandom(seed);
    List<Future<Payments>> parts = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
      for (int number = 0; number < connections; number++) {
        SplittableRandom random = seeds.split();
        parts.add(threads.submit(() -> pay(path, random)));
      }
      try {
        course.run(() -> countedFromNanos = System.nanoTime());
      } finally {
        ended = true;
      }
    }
    List<Payment> all = new ArrayList<>();
    for (Future<Payments> part : parts) {
      try {
        all.addAll(Arrays.asList(part.get().all()));
      } catch (ExecutionException failed) {
        throw new BenchmarkFailed("A connection broke off", failed.getCause());
      }
    }
    return all;
  }

  private Payments pay(String path, SplittableRandom random) throws IOException {
    Payments payments = new Payments();
    int expected = path.equals(TRANSFERS) ? CREATED : OK;
    try (LeanConnection connection = new LeanConnection(server)) {
      while (!ended) {
        int from = random.nextInt(payers.count());
        int to = (from + 1 + random.nextInt(payers.count() - 1)) % payers.count();
        long units = 1 + random.nextInt(UNITS_MAX);
        UUID key = new UUID(random.nextLong(), random.nextLong());
        byte[] body = body(payers.actor(to).playerId(), units);
        long begin = System.nanoTime();
        LeanConnection.Answer answer =
            connection.post(path, payers.actor(from).token(), key.toString(), body);
        long nanos = System.nanoTime() - begin;
        BenchmarkFailed.unless(
            answer.status() == expected,
            "Answered "
                + answer.status()
                + " "
                + new String(answer.body(), StandardCharsets.UTF_8));
        boolean counted = begin >= countedFromNanos && !ended;
        payments.add(new Payment(key, from, to, units, answer.position(), nanos, counted));
      }
    }
    return payments;
  }

  private static byte[] body(String to, long units) {
    Currency currency = Payers.CURRENCY;
    String json =
        "{\"to\":\""
            + to
            + "\",\"asset\":\""
            + currency.name()
            + "\",\"amount\":\""
            + currency.decimal(units)
            + "\"}";
    return json.getBytes(StandardCharsets.US_ASCII);
  }
}
