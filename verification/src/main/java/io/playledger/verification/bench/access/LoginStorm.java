package io.playledger.verification.bench.access;

import io.playledger.verification.bench.BenchmarkFailed;
import io.playledger.verification.bench.transfer.LeanConnection;
import io.playledger.verification.http.Json;
import io.playledger.verification.http.Session;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;

/** Players who log in again as soon as they are in, until it is over. */
final class LoginStorm {

  private static final String LOGIN = "/api/v1/auth/login";
  private static final int OK = 200;

  private final URI server;
  private final List<Session> players;
  private volatile boolean over;

  LoginStorm(URI server, List<Session> players) {
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
   */
  record Outcome(Reads reads, Reads logins) {}

  /** Logs in until the other has ended; every answer must be a token for the right player. */
  Outcome during(Meanwhile meanwhile) throws InterruptedException {
    over = false;
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
    return new Outcome(reads, new Reads(nanos.toArray(), seconds));
  }

  private long[] logIn(Session player) throws IOException {
    byte[] body = Json.bytes(player.credentials());
    LongStream.Builder nanos = LongStream.builder();
    try (LeanConnection connection = new LeanConnection(server)) {
      while (!over) {
        long begin = System.nanoTime();
        LeanConnection.Answer answer = connection.post(LOGIN, body);
        nanos.add(System.nanoTime() - begin);
        JsonNode data = Json.parse(answer.body()).path("data");
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
