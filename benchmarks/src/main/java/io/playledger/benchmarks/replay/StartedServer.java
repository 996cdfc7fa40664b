package io.playledger.benchmarks.replay;

import io.playledger.benchmarks.BenchmarkFailed;
import io.playledger.verification.http.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process on a data folder, timed from its start until it is of use. */
final class StartedServer implements AutoCloseable {

  private static final Duration START_MAX = Duration.ofMinutes(2);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
  private static final long STOP_SECONDS_MAX = 60;
  private static final long LOOK_MILLIS = 10;
  private static final String UP = "Playledger is up";

  private final Process process;
  private final Path log;
  private final double secondsToUse;

  /**
   * Starts it and waits until it says that it is up and answers a request with 200.
   *
   * @param command starts a server, without the options added here
   */
  StartedServer(List<String> command, Path data, int port) throws IOException {
    log = Files.createTempFile("playledger-startup", ".log");
    List<String> line = new ArrayList<>(command);
    line.add("--data=" + data);
    line.add("--server.port=" + port);
    long began = System.nanoTime();
    process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      awaitAnswer(URI.create("http://127.0.0.1:" + port + "/actuator/health"), began);
      while (!Files.readString(log).contains(UP)) {
        awaitALittle(began);
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
    secondsToUse = (System.nanoTime() - began) / 1e9;
  }

  double secondsToUse() {
    return secondsToUse;
  }

  /** Memory of the server's process in use, in MiB, where the system tells. */
  long residentMebibytes() throws IOException {
    return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
        .filter(entry -> entry.startsWith("VmRSS:"))
        .mapToLong(entry -> Long.parseLong(entry.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  private void awaitAnswer(URI health, long began) {
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build()) {
      HttpRequest request = HttpRequest.newBuilder(health).timeout(ANSWER_MAX).build();
      while (!answers(http, request)) {
        awaitALittle(began);
      }
    }
  }

  private static boolean answers(HttpClient http, HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchmarkFailed("interrupted while a server starts", e);
    }
  }

  private void awaitALittle(long began) {
    BenchmarkFailed.unless(process.isAlive(), "the server ended while it started; see " + log);
    BenchmarkFailed.unless(
        System.nanoTime() - began < START_MAX.toNanos(), "the server does not start; see " + log);
    Pause.millis(LOOK_MILLIS);
  }

  /** Asks it to end and waits; its PostgreSQL ends with it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
