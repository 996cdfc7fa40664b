package io.playledger.verification.server;

import io.playledger.verification.http.Pause;
import io.playledger.verification.server.ServerFolder.Admin;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A server that this program started: a child process with its output in a file, so that it can
 * stay when this program ends. Only this child is ever ended. Every program, benchmark and test
 * that needs a server of its own process starts it here.
 */
public final class ServerProcess implements AutoCloseable {

  private static final long START_MILLIS_MAX = 240_000;
  private static final long STOP_SECONDS_MAX = 60;
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOG_LINES_SHOWN = 40;
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final List<String> command;
  private final int port;
  private final ServerFolder folder;
  private final PrintStream progress;
  private final Duration look;
  private volatile @Nullable Process process;

  /**
   * @param command starts the server, without the options that this class adds
   * @param port on the loopback interface
   */
  public ServerProcess(List<String> command, int port, ServerFolder folder, PrintStream progress) {
    this(command, port, folder, progress, LOOK);
  }

  /**
   * @param look how often a starting server is asked whether it is well
   */
  public ServerProcess(
      List<String> command, int port, ServerFolder folder, PrintStream progress, Duration look) {
    this.command = List.copyOf(command);
    this.port = port;
    this.folder = folder;
    this.progress = progress;
    this.look = look;
  }

  /** A server on any free port, which keeps its log and its admin in its data folder. */
  public static ServerProcess on(Path data, List<String> command, PrintStream progress) {
    return new ServerProcess(command, freePort(0), new ServerFolder(data), progress);
  }

  /** The preferred port where it is free, any free one otherwise. */
  public static int freePort(int preferred) {
    for (int port : new int[] {preferred, 0}) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // then any free one
      }
    }
    throw new RunFailed("No free port on the loopback interface");
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public long pid() {
    return process.pid();
  }

  /**
   * Starts it and waits until it is well.
   *
   * @param more further arguments
   */
  public void start(String... more) {
    List<String> line = new ArrayList<>();
    if (Files.isExecutable(SETSID)) {
      // a session of its own: an interrupted terminal does not take the server along
      line.add(SETSID.toString());
    }
    line.addAll(command);
    line.add("--server.port=" + port);
    line.addAll(List.of(more));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    // a start after a crash writes on, so that the last words of both are there
    File log = process == null ? folder.freshLog().toFile() : folder.log().toFile();
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new RunFailed("Cannot start the server: " + String.join(" ", line), e);
    }
    awaitHealth();
  }

  /** Starts it for the first time, and returns its admin. */
  public Admin startWithAdmin() {
    AdminAccount account = new AdminAccount(folder);
    start(account.serverArguments());
    return account.of(url());
  }

  private void awaitHealth() {
    try (ServerHealth health = new ServerHealth(url())) {
      await(health::up, "does not get well");
    }
    progress.println("the server is up at " + url());
  }

  /** Waits until the server has written this text to its output. */
  public void awaitOutput(String text) {
    await(() -> folder.logContains(text), "does not say: " + text);
  }

  private void await(BooleanSupplier done, String complaint) {
    long begin = System.nanoTime();
    long shown = -1;
    while (!done.getAsBoolean()) {
      long millis = (System.nanoTime() - begin) / 1_000_000;
      if (!process.isAlive()) {
        throw new RunFailed("The server ended while it started. Its last words:\n" + lastWords());
      }
      if (millis > START_MILLIS_MAX) {
        kill();
        throw new RunFailed("The server " + complaint + ". Its last words:\n" + lastWords());
      }
      if (millis / 2_000 != shown) {
        shown = millis / 2_000;
        progress.println("starting the server, " + millis / 1_000 + " s");
      }
      Pause.millis(look.toMillis());
    }
  }

  private String lastWords() {
    return String.join("\n", folder.logTail(LOG_LINES_SHOWN));
  }

  public boolean alive() {
    return process != null && process.isAlive();
  }

  /** As a power cut would: no goodbye. */
  public void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Asks it to end, and insists if it does not. */
  public void stop() {
    if (!alive()) {
      return;
    }
    process.destroy();
    if (!awaitEnd()) {
      kill();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private boolean awaitEnd() {
    try {
      return process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("Interrupted while the server ends", e);
    }
  }
}
