package io.playledger.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A data folder that has been started and stopped once. Tests that are not about {@code initdb}
 * copy it, which takes a fraction of the time.
 */
final class InitialisedFolder {

  private static Path original;

  private InitialisedFolder() {}

  /** Copies the cluster and its password into this folder. */
  static Path copyInto(Path folder) {
    Path source = original();
    for (String part : List.of("data", "password")) {
      try (Stream<Path> paths = Files.walk(source.resolve(part))) {
        for (Path path : (Iterable<Path>) paths::iterator) {
          Files.copy(
              path,
              folder.resolve(source.relativize(path).toString()),
              StandardCopyOption.COPY_ATTRIBUTES);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  private static synchronized Path original() {
    if (original == null) {
      try {
        Path folder = Files.createTempDirectory(Path.of("target"), "initialised-postgres-");
        PostgresServer.start(PostgresSettings.in(folder)).close();
        original = folder;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return original;
  }
}
