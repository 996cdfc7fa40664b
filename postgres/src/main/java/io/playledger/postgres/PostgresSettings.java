package io.playledger.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings of an embedded PostgreSQL.
 *
 * @param folder holds all files of this server: data, password, lock, logs; it is created if
 *     missing
 * @param binaries folder of the unpacked PostgreSQL programs, with one subfolder per version
 * @param port TCP port on 127.0.0.1; 0 chooses a free one at each start
 * @param connectionsMax {@code max_connections}, 10 to 10,000
 * @param startTimeout timeout of a start, including recovery from a crash
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

  /**
   * Settings with a free port, 100 connections, one minute to start, and programs in the user's
   * cache folder.
   */
  public static PostgresSettings in(Path folder) {
    return new PostgresSettings(
        folder, PostgresBinaries.userCache(), 0, 100, Duration.ofMinutes(1), Map.of());
  }

  /** The same settings with this port. */
  public PostgresSettings withPort(int newPort) {
    return new PostgresSettings(folder, binaries, newPort, connectionsMax, startTimeout, extra);
  }

  /** The same settings with this limit of connections. */
  public PostgresSettings withConnectionsMax(int newMax) {
    return new PostgresSettings(folder, binaries, port, newMax, startTimeout, extra);
  }

  /** The same settings with this timeout of a start. */
  public PostgresSettings withStartTimeout(Duration newTimeout) {
    return new PostgresSettings(folder, binaries, port, connectionsMax, newTimeout, extra);
  }

  /** The same settings with one more line of {@code postgresql.conf}. */
  public PostgresSettings with(String setting, String value) {
    Map<String, String> more = new TreeMap<>(extra);
    more.put(setting, value);
    return new PostgresSettings(folder, binaries, port, connectionsMax, startTimeout, more);
  }
}
