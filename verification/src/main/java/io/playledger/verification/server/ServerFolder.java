package io.playledger.verification.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The folder {@code demo} beside the server's data: its output, the demo's admin, and which server
 * runs. For its owner alone, since the admin's password is in it.
 */
public final class ServerFolder {

  private static final Set<PosixFilePermission> OWNER_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWNER_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path folder;

  /**
   * @param data the server's data folder
   */
  public ServerFolder(Path data) {
    this.folder = data.resolve("demo").toAbsolutePath().normalize();
  }

  /** An account that may do everything. */
  public record Admin(String email, String password) {}

  /**
   * A server that was left running.
   *
   * @param pid of its process
   */
  public record Running(long pid, String url) {}

  public Path adminFile() {
    return folder.resolve("admin.properties");
  }

  /** Where a server writes the one-time password of its first admin. */
  Path oneTimePasswordFile() {
    return folder.resolve("one-time-password");
  }

  public Path log() {
    return folder.resolve("server.log");
  }

  /** An empty file for the server's output. */
  Path freshLog() {
    try {
      create();
      Files.deleteIfExists(log());
      return Files.createFile(log(), PosixFilePermissions.asFileAttribute(OWNER_FILE));
    } catch (IOException e) {
      throw new RunFailed("Cannot write " + log(), e);
    }
  }

  /** The last lines of the server's output. */
  List<String> logTail(int lines) {
    try {
      List<String> all = Files.readAllLines(log());
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException unreadable) {
      return List.of("(no output in " + log() + ": " + unreadable.getMessage() + ")");
    }
  }

  /** Whether the server has written this text to its output. */
  boolean logContains(String text) {
    try {
      return Files.readString(log()).contains(text);
    } catch (IOException e) {
      throw new RunFailed("Cannot read " + log(), e);
    }
  }

  public Optional<Admin> admin() {
    return read("admin.properties")
        .map(all -> new Admin(all.getProperty("email"), all.getProperty("password")));
  }

  public void keep(Admin admin) {
    write("admin.properties", "email", admin.email(), "password", admin.password());
  }

  public Optional<Running> running() {
    return read("server.properties")
        .map(all -> new Running(Long.parseLong(all.getProperty("pid")), all.getProperty("url")));
  }

  public void keep(Running running) {
    write("server.properties", "pid", Long.toString(running.pid()), "url", running.url());
  }

  public void forgetRunning() {
    try {
      Files.deleteIfExists(folder.resolve("server.properties"));
    } catch (IOException e) {
      throw new RunFailed("Cannot remove server.properties in " + folder, e);
    }
  }

  private void create() throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_FOLDER));
    }
  }

  private Optional<Properties> read(String file) {
    Path path = folder.resolve(file);
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      Properties all = new Properties();
      all.load(in);
      return Optional.of(all);
    } catch (IOException e) {
      throw new RunFailed("Cannot read " + path, e);
    }
  }

  private void write(String file, String... pairs) {
    Properties all = new Properties();
    for (int i = 0; i < pairs.length; i += 2) {
      all.setProperty(pairs[i], pairs[i + 1]);
    }
    Path path = folder.resolve(file);
    try {
      create();
      Files.deleteIfExists(path);
      Files.createFile(path, PosixFilePermissions.asFileAttribute(OWNER_FILE));
      try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.WRITE)) {
        all.store(out, null);
      }
    } catch (IOException e) {
      throw new RunFailed("Cannot write " + path, e);
    }
  }
}
