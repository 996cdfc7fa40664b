package io.playledger.verification.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a server is started here, as the launcher says: the system property {@code
 * playledger.server.command}, words parted by blanks.
 */
public final class ServerCommand {

  /** So that also a short run leaves snapshots to hold against the events. */
  public static final String MANY_SNAPSHOTS = "--playledger.runtime.snapshot-every-events=10";

  private static final String PROPERTY = "playledger.server.command";

  private ServerCommand() {}

  /** The launcher's command; from the class path where there is no launcher, as in tests. */
  public static List<String> launcherOrClassPath() {
    String launcher = launcher();
    if (!launcher.isEmpty()) {
      return List.of(launcher.split("\\s+"));
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "io.playledger.server.PlayledgerServer");
  }

  /** Options for trades whose windows end within the run, and for snapshots to compare. */
  public static String[] shortRun(
      int deliverySeconds, int complaintSeconds, int arbitrationSeconds) {
    return new String[] {
      MANY_SNAPSHOTS,
      "--playledger.market.delivery-window=" + deliverySeconds + "s",
      "--playledger.market.complaint-window=" + complaintSeconds + "s",
      "--playledger.market.arbitration-window=" + arbitrationSeconds + "s"
    };
  }

  /**
   * The command for a server with short windows and cheap passwords on this data folder.
   *
   * @param more further options of the server
   */
  public static List<String> on(Path data, String... more) {
    if (launcher().isEmpty()) {
      throw new RunFailed("Start it by ./playledger, which sets " + PROPERTY);
    }
    return launcherOrClassPathOn(data, more);
  }

  /** The same, from the class path where there is no launcher. */
  public static List<String> launcherOrClassPathOn(Path data, String... more) {
    List<String> words = new ArrayList<>(launcherOrClassPath());
    words.add("--spring.profiles.active=demo");
    words.add("--playledger.data-folder=" + data);
    words.addAll(List.of(more));
    return words;
  }

  private static String launcher() {
    return System.getProperty(PROPERTY, "").strip();
  }
}
