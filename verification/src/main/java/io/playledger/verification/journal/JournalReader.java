package io.playledger.verification.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads journals line by line, however long they are. A last line that breaks off is what a client
 * was writing when it died, and counts as not written; anything else that is no entry is an error.
 */
public final class JournalReader {

  /** How a journal's file is named in a folder of them. */
  public static final String SUFFIX = ".jsonl";

  private final List<Path> files;

  private JournalReader(List<Path> files) {
    this.files = files;
  }

  /**
   * Of files, and of folders with all {@code .jsonl} in them.
   *
   * @throws IllegalArgumentException where there is no such file or folder, or a folder without any
   */
  public static JournalReader of(List<Path> filesAndFolders) {
    return new JournalReader(filesAndFolders.stream().flatMap(JournalReader::files).toList());
  }

  private static Stream<Path> files(Path path) {
    if (Files.isRegularFile(path)) {
      return Stream.of(path);
    }
    try (Stream<Path> inside = Files.list(path)) {
      List<Path> journals =
          inside.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
      if (journals.isEmpty()) {
        throw new IllegalArgumentException("No journal (*" + SUFFIX + ") in " + path);
      }
      return journals.stream();
    } catch (IOException e) {
      throw new IllegalArgumentException("No journal at " + path, e);
    }
  }

  /** Gives every entry, file by file, in the order of writing. */
  public void forEach(Consumer<JournalEntry> consumer) {
    files.forEach(file -> read(file, consumer));
  }

  private static void read(Path file, Consumer<JournalEntry> consumer) {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      long number = 0;
      String line = lines.readLine();
      while (line != null) {
        number++;
        String next = lines.readLine();
        JournalEntry entry = entry(file, number, line, next == null);
        if (entry != null) {
          consumer.accept(entry);
        }
        line = next;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the journal " + file, e);
    }
  }

  private static @Nullable JournalEntry entry(Path file, long number, String line, boolean last) {
    try {
      return JournalLines.fromJson(line);
    } catch (JacksonException broken) {
      if (last) {
        return null;
      }
      throw new IllegalArgumentException(
          file + ", line " + number + " is no journal entry: " + broken.getOriginalMessage(),
          broken);
    }
  }
}
