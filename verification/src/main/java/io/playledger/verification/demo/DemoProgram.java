package io.playledger.verification.demo;

import io.playledger.verification.Arguments;
import io.playledger.verification.marketday.MarketDay;
import io.playledger.verification.marketday.MarketDaySettings;
import io.playledger.verification.server.AdminAccount;
import io.playledger.verification.server.LeftServer;
import io.playledger.verification.server.RunFailed;
import io.playledger.verification.server.ServerCommand;
import io.playledger.verification.server.ServerFolder;
import io.playledger.verification.server.ServerFolder.Admin;
import io.playledger.verification.server.ServerFolder.Running;
import io.playledger.verification.server.ServerProcess;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code ./playledger demo} does: starts a server on the data folder (or takes the one that an
 * earlier demo left running), plays the market day against it, prints the report, and leaves the
 * server running.
 *
 * <p>{@code --exit} stops it after the report. {@code --crash} kills it in the middle of the market
 * and restarts it while the players retry. The other options are those of {@link MarketDay}. Data
 * folder and port come from {@code PLAYLEDGER_DATA} and {@code PLAYLEDGER_PORT}.
 */
public final class DemoProgram {

  private final Arguments arguments;
  private final Map<String, String> environment;
  private final PrintStream progress = System.err;
  private final Path data;
  private final ServerFolder folder;

  private DemoProgram(Arguments arguments, Map<String, String> environment) {
    this.arguments = arguments;
    this.environment = environment;
    this.data = Path.of(environment.getOrDefault("PLAYLEDGER_DATA", "data"));
    this.folder = new ServerFolder(data);
  }

  /** Exit status 0 where the report is clean, 1 where it is not, 2 for invalid options. */
  public static void main(String[] given) {
    try {
      Set<String> options = new TreeSet<>(MarketDay.OPTIONS);
      options.remove("url");
      Arguments arguments = Arguments.parse(given, options, Set.of("exit", "crash"));
      System.exit(new DemoProgram(arguments, System.getenv()).play() ? 0 : 1);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    } catch (RunFailed failed) {
      System.err.println(failed.getMessage());
      System.out.println("VERDICT: NOT CLEAN: the demo could not be played");
      System.exit(1);
    }
  }

  private boolean play() {
    MarketDaySettings settings = MarketDaySettings.of(arguments, environment);
    Optional<Running> left = LeftServer.of(folder);
    if (left.isPresent()) {
      return playOn(left.get(), settings);
    }
    int port = ServerProcess.freePort(port());
    ServerProcess server = new ServerProcess(ServerCommand.on(data), port, folder, progress);
    Thread end = Thread.ofPlatform().unstarted(server::stop);
    Runtime.getRuntime().addShutdownHook(end);
    Admin admin = server.startWithAdmin();
    boolean clean = day(settings, server.url(), admin, crash(server), closing(server.url(), true));
    if (!arguments.flag("exit")) {
      folder.keep(new Running(server.pid(), server.url().toString()));
      Runtime.getRuntime().removeShutdownHook(end);
    }
    return clean;
  }

  /**
   * A server of this data folder is already running: it is used, and left running unless {@code
   * --exit} is given.
   */
  private boolean playOn(Running running, MarketDaySettings settings) {
    if (arguments.flag("crash")) {
      throw new RunFailed(
          "--crash needs a server of its own, but one runs at "
              + running.url()
              + "; stop it first: kill "
              + running.pid());
    }
    progress.println("a server of this data folder is up at " + running.url());
    URI url = URI.create(running.url());
    Admin admin = new AdminAccount(folder).of(url);
    boolean clean = day(settings, url, admin, () -> {}, closing(url, false));
    if (arguments.flag("exit")) {
      LeftServer.stop(running, folder);
    }
    return clean;
  }

  private boolean day(
      MarketDaySettings settings, URI url, Admin admin, Runnable halfway, List<String> closing) {
    MarketDaySettings here = settings.at(url, admin.email(), admin.password());
    progress.println("playing run " + here.run() + " with seed " + here.seed());
    return new MarketDay(here, System.out, progress).play(halfway, closing);
  }

  private Runnable crash(ServerProcess server) {
    if (!arguments.flag("crash")) {
      return () -> {};
    }
    return () -> {
      progress.println("killing the server hard, process " + server.pid());
      server.kill();
      server.start();
    };
  }

  private List<String> closing(URI url, boolean own) {
    List<String> lines = new ArrayList<>();
    if (arguments.flag("exit")) {
      lines.add("The server is stopped now; its data stay in " + data);
      return lines;
    }
    lines.add("The server stays up" + (own ? "; its output is in " + folder.log() : ""));
    lines.add("  API      " + url + "/api/v1");
    lines.add("  Try it   " + url + "/docs");
    lines.add("  Health   " + url + "/actuator/health");
    lines.add("  Metrics  " + url + "/actuator/prometheus");
    lines.add("  Admin    e-mail and password are in " + folder.adminFile());
    lines.add("  Stop it  ./playledger demo --exit, or kill its process");
    return lines;
  }

  private int port() {
    String port = environment.getOrDefault("PLAYLEDGER_PORT", "8080");
    try {
      return Integer.parseInt(port);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("PLAYLEDGER_PORT is no number: " + port, notANumber);
    }
  }
}
