package io.playledger.verification.server;

import io.playledger.verification.http.Pause;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A server that this program started: a child process with its output in a file, so that it can
 * stay when this program ends. Only this child is ever ended.
 */
public final class ServerProcess {

  private static final long START_MILLIS_MAX = 240_000;
  private static final long STOP_SECONDS_MAX = 60;
  private static final long LOOK_MILLIS = 500;
  private static final int LOG_LINES_SHOWN = 40;
  private static final Path SETSID = Path.of("/usr/bin/setsid");

  private final List<String> command;
  private final int port;
  private final ServerFolder folder;
  private final PrintStream progress;
  private volatile Process process;

  /**
   * @param command starts the server, without the options that this class adds
   * @param port on the loopback interface
   */
  public ServerProcess(List<String> command, int port, ServerFolder folder, PrintStream progress) {
    this.command = List.copyOf(command);
    this.port = port;
    this.folder = folder;
    this.progress = progress;
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

  private void awaitHealth() {
    ServerHealth health = new ServerHealth(url());
    long begin = System.nanoTime();
    long shown = -1;
    while (!health.up()) {
      long millis = (System.nanoTime() - begin) / 1_000_000;
      if (!process.isAlive()) {
        throw new RunFailed("The server ended while it started. Its last words:\n" + lastWords());
      }
      if (millis > START_MILLIS_MAX) {
        kill();
        throw new RunFailed("The server does not get well. Its last words:\n" + lastWords());
      }
      if (millis / 2_000 != shown) {
        shown = millis / 2_000;
        progress.println("starting the server, " + millis / 1_000 + " s");
      }
      Pause.millis(LOOK_MILLIS);
    }
    progress.println("the server is up at " + url());
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

  private boolean awaitEnd() {
    try {
      return process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailed("Interrupted while the server ends", e);
    }
  }
}
