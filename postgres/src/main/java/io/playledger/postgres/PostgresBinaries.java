package io.playledger.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once per version into a cache folder. The folder's name carries
 * the archive's SHA-256, so another build of the same version is another folder. They are unpacked
 * into a separate folder that is renamed at the end, so a crash leaves nothing incomplete.
 */
final class PostgresBinaries {

  private static final int OWNER_EXECUTE = 0100;

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  /** {@code $XDG_CACHE_HOME} or {@code ~/.cache}, then {@code playledger/postgres}. */
  static Path userCache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("playledger").resolve("postgres");
  }

  static PostgresBinaries unpackInto(Path cache) {
    String archive = archiveName();
    try {
      String digest = digest(archive);
      Path home = cache.resolve("pg-" + digest.substring(0, 16));
      if (!Files.isExecutable(home.resolve("bin").resolve("postgres"))) {
        unpack(archive, cache, home);
      }
      return new PostgresBinaries(home);
    } catch (IOException e) {
      throw new PostgresException("Cannot unpack PostgreSQL into " + cache, e);
    }
  }

  Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static String archiveName() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String system = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : os;
    String cpu =
        switch (arch) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> arch;
        };
    String archive = "/postgres-" + system + "-" + cpu + ".txz";
    if (PostgresBinaries.class.getResource(archive) == null) {
      throw new PostgresException(
          "No embedded PostgreSQL for %s on %s is in this build. Use a PostgreSQL of your own: set PLAYLEDGER_DATABASE_URL."
              .formatted(system, cpu));
    }
    return archive;
  }

  private static String digest(String archive) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static InputStream open(String archive) {
    return PostgresBinaries.class.getResourceAsStream(archive);
  }

  private static void unpack(String archive, Path cache, Path home) throws IOException {
    Files.createDirectories(cache);
    Path work = Files.createTempDirectory(cache, ".unpacking-");
    try {
      try (TarArchiveInputStream tar =
          new TarArchiveInputStream(
              new XZInputStream(new BufferedInputStream(open(archive), 1 << 16)))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          unpack(tar, entry, work);
        }
      }
      Files.setPosixFilePermissions(work, PosixFilePermissions.fromString("rwxr-xr-x"));
      moveInPlace(work, home);
    } finally {
      Folders.delete(work);
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path work)
      throws IOException {
    Path target = work.resolve(entry.getName()).normalize();
    if (!target.startsWith(work)) {
      throw new IOException("the archive reaches outside its folder: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, target);
    boolean program = (entry.getMode() & OWNER_EXECUTE) != 0;
    Files.setPosixFilePermissions(
        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
  }

  private static void moveInPlace(Path work, Path home) throws IOException {
    try {
      Files.move(work, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      if (!Files.isExecutable(home.resolve("bin").resolve("postgres"))) {
        throw e;
      }
      // another process unpacked the same archive at the same moment: its copy is as good
    } catch (java.nio.file.FileSystemException e) {
      if (!Files.isExecutable(home.resolve("bin").resolve("postgres"))) {
        throw e;
      }
    }
  }
}
