package io.playledger.benchmarks.transfer;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.verification.http.Actor;
import io.playledger.verification.http.ApiClient;
import io.playledger.verification.http.RetryPolicy;
import io.playledger.verification.measure.Latencies;
import io.playledger.verification.measure.Tally;
import io.playledger.verification.server.ServerCommand;
import io.playledger.verification.server.ServerFolder;
import io.playledger.verification.server.ServerProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A server of the launcher's kind in a process of its own, with its own PostgreSQL on an empty data
 * folder. Beside that only the demo's profile: cheap passwords, and rates that load tests keep
 * within; the rates are counted all the same.
 */
public final class ServerUnderLoad implements AutoCloseable {

  private final Path data;
  private final ServerProcess process;
  private final ApiClient client;
  private final Actor admin;

  private ServerUnderLoad(Path data, ServerProcess process, ApiClient client, Actor admin) {
    this.data = data;
    this.process = process;
    this.client = client;
    this.admin = admin;
  }

  /**
   * Starts one and waits until its admin can log in.
   *
   * @param more further options, which come before the demo's
   */
  public static ServerUnderLoad start(Path data, String... more) {
    ServerProcess process =
        ServerProcess.on(data, ServerCommand.launcherOrClassPathOn(data, more), System.err);
    try {
      ServerFolder.Admin known = process.startWithAdmin();
      ApiClient client =
          new ApiClient(process.url(), RetryPolicy.patient(0), new Latencies(), new Tally<>());
      Actor admin = new Actor("admin", known.email(), known.password());
      Payers.must(client.login(admin));
      return new ServerUnderLoad(data, process, client, admin);
    } catch (RuntimeException failed) {
      process.stop();
      throw failed;
    }
  }

  public URI url() {
    return process.url();
  }

  public ApiClient client() {
    return client;
  }

  public Actor admin() {
    return admin;
  }

  long pid() {
    return process.pid();
  }

  /** The process of its PostgreSQL. */
  long postgresPid() throws IOException {
    Path file = data.resolve("postgres").resolve("data").resolve("postmaster.pid");
    Optional<String> first = Files.readAllLines(file).stream().findFirst();
    BenchmarkFailed.unless(first.isPresent(), file + " is empty");
    return Long.parseLong(first.get().strip());
  }

  /** Asks it to end, and with it its PostgreSQL. */
  @Override
  public void close() {
    client.close();
    process.stop();
  }
}
