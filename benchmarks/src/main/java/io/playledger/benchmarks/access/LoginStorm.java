package io.playledger.benchmarks.access;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.benchmarks.transfer.LeanConnection;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Players who log in again as soon as they are in, until it is over. */
final class LoginStorm {

  private static final String LOGIN = "/api/v1/auth/login";
  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;

  private final URI server;
  private final List<Actor> players;
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean over;

  LoginStorm(URI server, List<Actor> players) {
    this.server = server;
    this.players = List.copyOf(players);
  }

  /** What is measured meanwhile. */
  interface Meanwhile {
    Reads read() throws InterruptedException;
  }

  /**
   * What came of it.
   *
   * @param reads made meanwhile
   * @param logins that were answered with a token, with the time of each
   * @param refused since they had waited in line for too long
   */
  record Outcome(Reads reads, Reads logins, long refused) {}

  /**
   * Logs in until the other has ended; every answer must be a token for the right player, or that
   * the line is too long.
   */
  Outcome during(Meanwhile meanwhile) throws InterruptedException {
    over = false;
    refused.set(0);
    List<Future<long[]>> parts = new ArrayList<>();
    long begin = System.nanoTime();
    Reads reads;
    try (ExecutorService threads = Executors.newFixedThreadPool(players.size())) {
      players.forEach(player -> parts.add(threads.submit(() -> logIn(player))));
      try {
        reads = meanwhile.read();
      } finally {
        over = true;
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    LongStream nanos = LongStream.empty();
    for (Future<long[]> part : parts) {
      try {
        nanos = LongStream.concat(nanos, LongStream.of(part.get()));
      } catch (ExecutionException failed) {
        throw new BenchmarkFailed("A login broke off", failed.getCause());
      }
    }
    return new Outcome(reads, new Reads(nanos.toArray(), seconds), refused.get());
  }

  private long[] logIn(Actor player) throws IOException {
    byte[] credentials = Json.bytes(player.credentials());
    LongStream.Builder nanos = LongStream.builder();
    try (LeanConnection connection = new LeanConnection(server)) {
      while (!over) {
        long begin = System.nanoTime();
        LeanConnection.Answer answer = connection.post(LOGIN, credentials);
        long took = System.nanoTime() - begin;
        JsonNode body = Json.parse(answer.body());
        if (answer.status() == UNAVAILABLE
            && body.path("error").path("code").asString("").equals("UNAVAILABLE")) {
          refused.incrementAndGet();
          continue;
        }
        nanos.add(took);
        JsonNode data = body.path("data");
        BenchmarkFailed.unless(
            answer.status() == OK
                && !data.path("accessToken").asString("").isEmpty()
                && data.path("playerId").asString("").equals(player.playerId()),
            "A login was answered "
                + answer.status()
                + " "
                + new String(answer.body(), StandardCharsets.UTF_8));
      }
    }
    return nanos.build().toArray();
  }
}
