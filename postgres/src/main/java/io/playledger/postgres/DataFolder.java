package io.playledger.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files in the folder of one server: {@code data/} (the cluster), {@code password} (mode 600),
 * {@code owner.lock}, {@code log/}. A cluster is created in a separate folder and renamed when
 * complete, so a crash during the first start leaves no incomplete data.
 */
final class DataFolder {

  /** The major version of the programs in this build. */
  static final String MAJOR = "18";

  static final String USER = "playledger";

  private static final int PASSWORD_BYTES = 32;
  private static final String SETTINGS_FILE = "playledger.conf";
  private static final String PORT_LINE = "port = ";

  private final Path folder;

  DataFolder(Path folder) {
    this.folder = folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path logs() {
    return folder.resolve("log");
  }

  Path startLog() {
    return folder.resolve("start.log");
  }

  Path programLog() {
    return folder.resolve("programs.log");
  }

  boolean hasCluster() {
    return Files.exists(data());
  }

  /** Refuses a cluster of another major version, or a folder without a valid cluster. */
  void requireOurMajor() {
    Path versionFile = data().resolve("PG_VERSION");
    try {
      String major = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "unknown";
      if (!major.equals(MAJOR)) {
        throw new PostgresException(
            "The data in %s was written by PostgreSQL %s, and this is PostgreSQL %s. Move it over with pg_dump and pg_restore, or choose another folder."
                .formatted(data(), major, MAJOR));
      }
    } catch (IOException e) {
      throw new PostgresException("Cannot read " + versionFile, e);
    }
  }

  String readPassword() {
    Path file = passwordFile();
    try {
      if (!Files.exists(file)) {
        throw new PostgresException(
            "The password of the database in %s is missing: %s is gone. Put it back from a backup."
                .formatted(data(), file));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new PostgresException("Cannot read " + file, e);
    }
  }

  void createCluster(Programs programs, Duration timeout, boolean sync) {
    Path unfinished = folder.resolve("data.unfinished");
    try {
      Folders.delete(unfinished);
      Path password = writeNewPassword();
      programs.run(
          timeout,
          "initdb",
          "--pgdata=" + unfinished,
          "--username=" + USER,
          "--pwfile=" + password,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--data-checksums",
          sync ? "--sync-method=fsync" : "--no-sync");
      Files.writeString(
          unfinished.resolve("postgresql.conf"),
          "\ninclude '" + SETTINGS_FILE + "'\n",
          StandardOpenOption.APPEND);
      Files.writeString(unfinished.resolve(SETTINGS_FILE), "");
      Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new PostgresException("Cannot create a database in " + folder, e);
    }
  }

  /** The text of our settings file without the port. */
  String settingsText(PostgresSettings settings, boolean keepLogs) {
    Map<String, String> all = new TreeMap<>();
    all.put("listen_addresses", "127.0.0.1");
    all.put("unix_socket_directories", "");
    all.put("max_connections", Integer.toString(settings.connectionsMax()));
    all.put("password_encryption", "scram-sha-256");
    all.put("timezone", "UTC");
    all.put("log_timezone", "UTC");
    all.put("lc_messages", "C");
    // no rows in the log: a failed statement's detail quotes what people wrote
    all.put("log_error_verbosity", "terse");
    all.put("fsync", "on");
    all.put("synchronous_commit", "on");
    all.put("full_page_writes", "on");
    // after each checkpoint every page is logged whole once: under load the default makes one every
    // half minute, and half the log is such pages
    all.put("max_wal_size", "2GB");
    // a log only grows: small tables are not worth a vacuum every minute, large ones get theirs
    all.put("autovacuum_vacuum_insert_threshold", "100000");
    if (keepLogs) {
      // a week of files, each written anew: the log has an end
      all.put("logging_collector", "on");
      all.put("log_directory", logs().toString());
      all.put("log_filename", "postgresql-%a.log");
      all.put("log_truncate_on_rotation", "on");
      all.put("log_rotation_age", "1d");
      all.put("log_rotation_size", "0");
    }
    all.putAll(settings.extra());
    StringBuilder text =
        new StringBuilder("# Written by Playledger at every start: changes here are lost.\n");
    all.forEach(
        (name, value) -> text.append(name).append(" = '").append(quoted(value)).append("'\n"));
    return text.toString();
  }

  void writeSettings(String settingsText, int port) {
    try {
      Files.writeString(data().resolve(SETTINGS_FILE), settingsText + PORT_LINE + port + "\n");
    } catch (IOException e) {
      throw new PostgresException("Cannot write the settings of " + data(), e);
    }
  }

  /** Whether the cluster was last started with these settings, whatever its port. */
  boolean hasSettings(String settingsText) {
    try {
      Path file = data().resolve(SETTINGS_FILE);
      return Files.exists(file)
          && Files.readString(file)
              .replaceAll("(?m)^" + PORT_LINE + "\\d+\n", "")
              .equals(settingsText);
    } catch (IOException e) {
      throw new PostgresException("Cannot read the settings of " + data(), e);
    }
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }

  private Path writeNewPassword() throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Path file = passwordFile();
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(
        file,
        Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n",
        StandardCharsets.US_ASCII);
    return file;
  }

  private static String quoted(String value) {
    return value.replace("\\", "\\\\").replace("'", "''");
  }
}
