package io.playledger.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * How an embedded PostgreSQL is to run.
 *
 * @param folder holds everything of this server: data, password, lock, logs. Created when missing
 * @param binaries where the unpacked PostgreSQL programs are kept, one folder a version
 * @param port TCP port on 127.0.0.1; 0 chooses a free one at each start
 * @param connectionsMax {@code max_connections}, 10 to 10,000
 * @param startTimeout how long a start may take, recovery from a crash included
 * @param extra further settings of {@code postgresql.conf}, for example {@code shared_buffers}
 */
public record PostgresSettings(
    Path folder,
    Path binaries,
    int port,
    int connectionsMax,
    Duration startTimeout,
    Map<String, String> extra) {

  private static final Pattern SETTING_NAME = Pattern.compile("[a-z][a-z0-9_.]{0,62}");
  private static final int PORT_MAX = 65_535;
  private static final int CONNECTIONS_MIN = 10;
  private static final int CONNECTIONS_LIMIT = 10_000;

  /** Checks every value; throws {@link IllegalArgumentException} naming the wrong one. */
  public PostgresSettings {
    folder = folder.toAbsolutePath().normalize();
    binaries = binaries.toAbsolutePath().normalize();
    if (port < 0 || port > PORT_MAX) {
      throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }
    if (connectionsMax < CONNECTIONS_MIN || connectionsMax > CONNECTIONS_LIMIT) {
      throw new IllegalArgumentException(
          "connectionsMax must be 10 to 10000, not " + connectionsMax);
    }
    if (startTimeout.isNegative() || startTimeout.isZero()) {
      throw new IllegalArgumentException("startTimeout must be positive, not " + startTimeout);
    }
    extra = Map.copyOf(extra);
    for (Map.Entry<String, String> setting : extra.entrySet()) {
      if (!SETTING_NAME.matcher(setting.getKey()).matches()
          || setting.getValue().contains("\n")
          || setting.getValue().contains("\r")) {
        throw new IllegalArgumentException("not a setting of PostgreSQL: " + setting);
      }
    }
  }

  /** Free port, 100 connections, one minute to start, programs in the user's cache folder. */
  public static PostgresSettings in(Path folder) {
    return new PostgresSettings(
        folder, PostgresBinaries.userCache(), 0, 100, Duration.ofMinutes(1), Map.of());
  }

  /** The same on this port. */
  public PostgresSettings withPort(int newPort) {
    return new PostgresSettings(folder, binaries, newPort, connectionsMax, startTimeout, extra);
  }

  /** The same with this many connections at most. */
  public PostgresSettings withConnectionsMax(int newMax) {
    return new PostgresSettings(folder, binaries, port, newMax, startTimeout, extra);
  }

  /** The same with this time to start in. */
  public PostgresSettings withStartTimeout(Duration newTimeout) {
    return new PostgresSettings(folder, binaries, port, connectionsMax, newTimeout, extra);
  }

  /** The same with the programs unpacked there. */
  public PostgresSettings withBinaries(Path newBinaries) {
    return new PostgresSettings(folder, newBinaries, port, connectionsMax, startTimeout, extra);
  }

  /** The same with one more setting of {@code postgresql.conf}. */
  public PostgresSettings with(String setting, String value) {
    Map<String, String> more = new TreeMap<>(extra);
    more.put(setting, value);
    return new PostgresSettings(folder, binaries, port, connectionsMax, startTimeout, more);
  }
}
