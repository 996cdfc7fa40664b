package io.playledger.benchmarks.access;

import io.playledger.benchmarks.Benchmark;
import io.playledger.benchmarks.BenchmarkResult;
import io.playledger.benchmarks.BenchmarkSettings;
import io.playledger.benchmarks.TemporaryFolder;
import io.playledger.benchmarks.transfer.Payers;
import io.playledger.benchmarks.transfer.ServerUnderLoad;
import io.playledger.verification.http.Actor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What access tokens cost: the same read by the same connections, by turns with a token and as
 * nobody; once a read of the database, once of something the server has in memory. And what logins
 * cost others: reads at a steady pace, by turns alone and beside a storm of logins, with passwords
 * hashed as in production.
 */
public final class AuthBenchmark implements Benchmark {

  private static final String NAME = "auth-overhead";
  private static final String READ = "/api/v1/assets";
  private static final String READ_IN_MEMORY = "/.well-known/jwks.json";
  private static final int STORM_ROUNDS = 2;

  /** As the server has them where nothing is configured; the demo's profile has cheaper ones. */
  private static final String[] PASSWORDS_OF_PRODUCTION = {
    "--playledger.identity.argon2-memory-kib=19456",
    "--playledger.identity.argon2-iterations=2",
    "--playledger.identity.argon2-concurrent-max=0"
  };

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<BenchmarkResult> run(BenchmarkSettings settings) throws Exception {
    AccessSize size = settings.smoke() ? AccessSize.smoke() : AccessSize.full();
    try (TemporaryFolder data = TemporaryFolder.make("playledger-auth-")) {
      return measure(data.path(), size);
    }
  }

  private static List<BenchmarkResult> measure(Path data, AccessSize size)
      throws IOException, InterruptedException {
    try (ServerUnderLoad server = ServerUnderLoad.start(data, PASSWORDS_OF_PRODUCTION)) {
      Payers players =
          Payers.register(server.client(), server.admin(), size.connections() + size.logins());
      List<String> tokens =
          IntStream.range(0, size.connections())
              .mapToObj(number -> players.actor(number).token())
              .toList();
      List<Actor> comers =
          IntStream.range(size.connections(), players.count()).mapToObj(players::actor).toList();
      try (Readers readers = new Readers(server.url(), tokens)) {
        List<BenchmarkResult> rows = new ArrayList<>();
        rows.add(overhead(readers, NAME + ", in memory", READ_IN_MEMORY, size));
        rows.addAll(storm(readers, new LoginStorm(server.url(), comers), size));
        rows.add(overhead(readers, NAME, READ, size));
        return rows;
      }
    }
  }

  /** Every other round the other way is first, so that neither gains by its place. */
  private static BenchmarkResult overhead(Readers readers, String row, String path, AccessSize size)
      throws IOException, InterruptedException {
    readers.requireRefused(path);
    readers.read(path, Readers.Asking.AS_NOBODY, size.warmUp().dividedBy(2));
    readers.read(path, Readers.Asking.WITH_TOKEN, size.warmUp().dividedBy(2));
    Reads with = Reads.NONE;
    Reads without = Reads.NONE;
    for (int round = 0; round < size.rounds(); round++) {
      if (round % 2 == 0) {
        with = with.and(readers.read(path, Readers.Asking.WITH_TOKEN, size.turn()));
        without = without.and(readers.read(path, Readers.Asking.AS_NOBODY, size.turn()));
      } else {
        without = without.and(readers.read(path, Readers.Asking.AS_NOBODY, size.turn()));
        with = with.and(readers.read(path, Readers.Asking.WITH_TOKEN, size.turn()));
      }
    }
    return BenchmarkResult.timed(row, with.perSecond(), with.percentiles())
        .against("without a token", without.perSecond())
        .with("read", path)
        .with("connections", size.connections());
  }

  private static List<BenchmarkResult> storm(Readers readers, LoginStorm storm, AccessSize size)
      throws InterruptedException {
    Duration turn = size.storm().dividedBy(STORM_ROUNDS);
    readers.paced(READ, size.readsPerSecond(), turn);
    storm.during(() -> readers.paced(READ, size.readsPerSecond(), turn));
    Reads alone = Reads.NONE;
    Reads beside = Reads.NONE;
    Reads logins = Reads.NONE;
    long refused = 0;
    for (int round = 0; round < STORM_ROUNDS; round++) {
      alone = alone.and(readers.paced(READ, size.readsPerSecond(), turn));
      LoginStorm.Outcome outcome =
          storm.during(() -> readers.paced(READ, size.readsPerSecond(), turn));
      beside = beside.and(outcome.reads());
      logins = logins.and(outcome.logins());
      refused += outcome.refused();
    }
    return List.of(
        BenchmarkResult.timed("logins", logins.perSecond(), logins.percentiles())
            .with("at the same time", size.logins())
            .with("refused", refused),
        BenchmarkResult.timed("reads alone", alone.perSecond(), alone.percentiles())
            .with("paced at", size.readsPerSecond()),
        BenchmarkResult.timed("reads beside logins", beside.perSecond(), beside.percentiles())
            .with("paced at", size.readsPerSecond()));
  }
}
