package io.playledger.postgres;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A PostgreSQL that ends with the JVM together with its data, for tests and builds. Each form is
 * started once per JVM at its first use and shared; each user takes a new database. Files of a
 * killed JVM in the temp folder are deleted by the next one.
 */
public final class TemporaryPostgres {

  private static final System.Logger LOG = System.getLogger(TemporaryPostgres.class.getName());
  private static final String PREFIX = "playledger-postgres-";

  private static final long STOP_SECONDS_MAX = 20;

  private static TemporaryPostgres durable;
  private static TemporaryPostgres relaxed;

  private final PostgresServer server;
  private final AtomicInteger databases = new AtomicInteger();
  private final Map<String, String> templates = new HashMap<>();

  private TemporaryPostgres(PostgresServer server) {
    this.server = server;
  }

  /** Fills a template database, for example by running migrations on it. */
  @FunctionalInterface
  public interface Filling {
    /** Writes what every copy shall hold; leaves no connection open. */
    void fill(PostgresDatabase database) throws Exception;
  }

  /** The shared server with the durability of a real one: what a check of settings accepts. */
  public static synchronized TemporaryPostgres durable() {
    if (durable == null) {
      durable = start(Map.of());
    }
    return durable;
  }

  /** The shared server that does not wait for the disk: faster, a crash loses data. */
  public static synchronized TemporaryPostgres relaxed() {
    if (relaxed == null) {
      relaxed =
          start(Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
    }
    return relaxed;
  }

  /** A fresh, empty database. */
  public PostgresDatabase newDatabase() {
    return server.databaseCopiedFrom("template1", nextName());
  }

  /**
   * A fresh copy of a template, which is filled at the first call with its name in this JVM.
   *
   * @param template a plain lower-case name
   * @param filling run once, for example Flyway's migrations
   */
  public synchronized PostgresDatabase newDatabase(String template, Filling filling) {
    String source =
        templates.computeIfAbsent(
            template,
            name -> {
              PostgresDatabase database =
                  server.databaseCopiedFrom("template1", "template_" + name);
              fill(filling, database);
              return database.name();
            });
    return server.databaseCopiedFrom(source, nextName());
  }

  /** The server itself. */
  public PostgresServer server() {
    return server;
  }

  private String nextName() {
    return "db_" + databases.incrementAndGet();
  }

  private static void fill(Filling filling, PostgresDatabase database) {
    try {
      filling.fill(database);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new PostgresException("Cannot fill the template " + database.name(), e);
    }
  }

  private static TemporaryPostgres start(Map<String, String> extra) {
    try {
      clearLeftovers();
      Path folder = Files.createTempDirectory(PREFIX);
      PostgresSettings settings =
          PostgresSettings.in(folder).withConnectionsMax(200).with("max_wal_size", "512MB");
      for (Map.Entry<String, String> setting : extra.entrySet()) {
        settings = settings.with(setting.getKey(), setting.getValue());
      }
      PostgresServer server = PostgresServer.start(settings, true);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> discard(server, folder), "temporary-postgres-end"));
      return new TemporaryPostgres(server);
    } catch (IOException e) {
      throw new PostgresException("Cannot make a temporary PostgreSQL", e);
    }
  }

  private static void discard(PostgresServer server, Path folder) {
    try {
      server.close();
      Folders.delete(folder);
    } catch (IOException | PostgresException e) {
      LOG.log(Level.WARNING, "Cannot clear " + folder, e);
    }
  }

  private static void clearLeftovers() throws IOException {
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));
    List<Path> folders;
    try (Stream<Path> found = Files.list(temp)) {
      folders =
          found
              .filter(path -> path.getFileName().toString().startsWith(PREFIX))
              .filter(Files::isWritable)
              .toList();
    }
    folders.forEach(TemporaryPostgres::clearLeftover);
  }

  private static void clearLeftover(Path folder) {
    if (FolderLock.ownerIsAlive(folder)) {
      return;
    }
    try (FolderLock _ = FolderLock.take(folder)) {
      LOG.log(Level.INFO, "Clearing {0}, left by a JVM that was killed", folder);
      Optional<Postmaster> left = Postmaster.of(new DataFolder(folder).data());
      if (left.isPresent()) {
        ProcessHandle process = left.get().process();
        process.destroy();
        process.onExit().get(STOP_SECONDS_MAX, TimeUnit.SECONDS);
      }
      Folders.delete(folder);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (PostgresException | IOException | ExecutionException | TimeoutException e) {
      LOG.log(Level.WARNING, "Cannot clear " + folder, e);
    }
  }
}
