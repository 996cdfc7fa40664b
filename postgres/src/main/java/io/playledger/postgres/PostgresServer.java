package io.playledger.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One embedded PostgreSQL, kept in its folder across restarts, durable, on 127.0.0.1 only, with a
 * random password.
 *
 * <p>{@link #start} also recovers from a killed JVM: it adopts a healthy postmaster that still
 * runs, stops an unhealthy one, and deletes a stale {@code postmaster.pid}. It refuses a folder
 * that another live JVM uses, data of another major version, and (on adoption or start) a server
 * that reports {@code fsync}, {@code synchronous_commit} or {@code full_page_writes} off. It never
 * signals a process that it has not proved to be a postgres of this folder.
 */
public final class PostgresServer implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
  private static final int PORT_TRIES_MAX = 3;
  private static final Pattern DATABASE_NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final String MAINTENANCE_DATABASE = "postgres";

  private final FolderLock lock;
  private final DataFolder folder;
  private final Cluster cluster;
  private final PostgresSettings settings;
  private final boolean throwaway;
  private final String password;
  private final PostgresBinaries binaries;
  private volatile Postmaster postmaster;
  private volatile boolean adopted;
  private volatile boolean closed;

  private PostgresServer(PostgresSettings settings, FolderLock lock, boolean throwaway) {
    this.settings = settings;
    this.lock = lock;
    this.throwaway = throwaway;
    this.folder = new DataFolder(settings.folder());
    this.binaries = PostgresBinaries.unpackInto(settings.binaries());
    Programs programs = new Programs(binaries, folder.programLog());
    this.cluster = new Cluster(folder, programs, throwaway);
    if (folder.hasCluster()) {
      folder.requireOurMajor();
    } else {
      folder.createCluster(programs, settings.startTimeout(), !throwaway);
    }
    this.password = folder.readPassword();
  }

  /**
   * Starts the server, or adopts a running one. Throws {@link PostgresException} with the reason.
   */
  public static PostgresServer start(PostgresSettings settings) {
    return start(settings, false);
  }

  static PostgresServer start(PostgresSettings settings, boolean throwaway) {
    try {
      Folders.createPrivate(settings.folder());
    } catch (IOException e) {
      throw new PostgresException("Cannot create the data folder " + settings.folder(), e);
    }
    FolderLock lock = FolderLock.take(settings.folder());
    try {
      PostgresServer server = new PostgresServer(settings, lock, throwaway);
      server.adoptOrStart(settings.port());
      return server;
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * The connection data of a database of the server that another live JVM runs in this folder;
   * empty if there is none.
   *
   * @param folder the folder of the other's {@link PostgresSettings}
   */
  public static Optional<PostgresDatabase> inUse(Path folder, String name) {
    if (!FolderLock.ownerIsAlive(folder)) {
      return Optional.empty();
    }
    DataFolder data = new DataFolder(folder.toAbsolutePath().normalize());
    return Postmaster.of(data.data())
        .map(found -> addressOf(name, found.port(), data.readPassword()));
  }

  /** The TCP port on 127.0.0.1. */
  public int port() {
    return postmaster.port();
  }

  /** Whether this start took over a postmaster that an earlier JVM had left running. */
  public boolean adopted() {
    return adopted;
  }

  /** Whether the postmaster is alive. */
  public boolean isRunning() {
    // not isAlive(): a dead process that nobody has reaped counts as alive there
    return !closed
        && Postmaster.of(folder.data())
            .filter(found -> found.process().equals(postmaster.process()))
            .isPresent();
  }

  /** Process id of the postmaster. */
  public long pid() {
    return postmaster.process().pid();
  }

  /** The connection data of the database of this name, which must exist. */
  public PostgresDatabase database(String name) {
    return addressOf(name, postmaster.port(), password);
  }

  private static PostgresDatabase addressOf(String name, int port, String password) {
    if (!DATABASE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain database name: " + name);
    }
    return new PostgresDatabase(
        name, "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, name), DataFolder.USER, password);
  }

  /** The same; a missing database is created empty. */
  public PostgresDatabase databaseCreatedIfMissing(String name) {
    PostgresDatabase wanted = database(name);
    try (Connection connection = maintenance();
        Statement statement = connection.createStatement()) {
      try (ResultSet found =
          statement.executeQuery(
              "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
        if (found.next()) {
          return wanted;
        }
      }
      statement.execute("CREATE DATABASE " + name);
      return wanted;
    } catch (SQLException e) {
      throw new PostgresException("Cannot create the database " + name, e);
    }
  }

  /** Creates a database as a copy of another, which must have no connections. */
  PostgresDatabase databaseCopiedFrom(String template, String name) {
    PostgresDatabase wanted = database(name);
    try (Connection connection = maintenance();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE DATABASE %s TEMPLATE %s STRATEGY %s"
              .formatted(name, database(template).name(), copyStrategy()));
      return wanted;
    } catch (SQLException e) {
      throw new PostgresException("Cannot copy the database " + template, e);
    }
  }

  /** Copying files needs two checkpoints, which are cheap only without durability. */
  private String copyStrategy() {
    return "off".equals(settings.extra().get("fsync")) ? "FILE_COPY" : "WAL_LOG";
  }

  /**
   * Restarts a dead server on its port, so that its address stays the same. PostgreSQL itself
   * recovers committed data.
   */
  synchronized void startAgain() {
    if (closed) {
      throw new PostgresException("The server is closed");
    }
    if (!isRunning()) {
      adoptOrStart(postmaster.port());
    }
  }

  /** The running postmaster of the folder, whichever process started it. */
  public static Optional<ProcessHandle> postmasterOn(Path folder) {
    return Postmaster.of(new DataFolder(folder.toAbsolutePath().normalize()).data())
        .map(Postmaster::process);
  }

  /** Stops the server: running statements are rolled back, and committed data is on disk. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      // the folder is ours, and so is whatever runs on it: also what a broken-off start left
      Postmaster.of(folder.data()).ifPresent(cluster::stop);
    } finally {
      lock.close();
    }
  }

  private void adoptOrStart(int port) {
    String text = folder.settingsText(settings, !throwaway);
    Optional<Postmaster> running = Postmaster.of(folder.data());
    if (running.isPresent() && adopt(running.get(), text, port)) {
      adopted = true;
      LOG.log(Level.INFO, "Adopted the PostgreSQL left running as process {0}", pidOf(postmaster));
      return;
    }
    running.ifPresent(
        left -> {
          LOG.log(Level.WARNING, "Stopping a left-over PostgreSQL, process {0}", pidOf(left));
          cluster.stop(left);
        });
    cluster.clearStaleFiles();
    adopted = false;
    launch(text, port);
  }

  private boolean adopt(Postmaster candidate, String settingsText, int wantedPort) {
    boolean asWanted =
        candidate.ready()
            && folder.hasSettings(settingsText)
            && (wantedPort == 0 || wantedPort == candidate.port())
            && candidate
                .process()
                .info()
                .command()
                .filter(binaries.program("postgres").toString()::equals)
                .isPresent();
    if (!asWanted) {
      return false;
    }
    postmaster = candidate;
    try {
      requireHealthy();
      return true;
    } catch (SQLException e) {
      LOG.log(Level.WARNING, "The PostgreSQL left running does not answer: {0}", e.getMessage());
      return false;
    }
  }

  private void launch(String settingsText, int wantedPort) {
    for (int attempt = 1; ; attempt++) {
      int port = wantedPort == 0 ? freePort() : wantedPort;
      folder.writeSettings(settingsText, port);
      try {
        postmaster = cluster.start(settings.startTimeout());
        requireHealthy();
        return;
      } catch (PostgresException e) {
        boolean portTaken = Programs.tail(folder.startLog()).contains("could not bind");
        if (!portTaken || wantedPort != 0 || attempt == PORT_TRIES_MAX) {
          throw e;
        }
      } catch (SQLException e) {
        cluster.stop(postmaster);
        throw new PostgresException("PostgreSQL started but cannot be used", e);
      }
    }
  }

  private void requireHealthy() throws SQLException {
    try (Connection connection = maintenance();
        Statement statement = connection.createStatement()) {
      if (throwaway) {
        return;
      }
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
          shown.next();
          if (shown.getString(1).equals("off")) {
            cluster.stop(postmaster);
            throw new PostgresException(
                "PostgreSQL in %s has %s off: a crash could lose what was confirmed. Switch it on."
                    .formatted(folder.data(), setting));
          }
        }
      }
    }
  }

  private Connection maintenance() throws SQLException {
    return database(MAINTENANCE_DATABASE).connect();
  }

  private static String pidOf(Postmaster postmaster) {
    return Long.toString(postmaster.process().pid());
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new PostgresException("No free port on 127.0.0.1", e);
    }
  }
}
