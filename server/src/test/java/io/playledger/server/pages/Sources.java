package io.playledger.server.pages;

import io.playledger.api.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads from the sources what classes do not have: the first sentence of their Javadoc.
 *
 * @param repository root folder of the repository
 */
record Sources(Path repository) {

  /** The Javadoc right before the declaration of a type, which may be nested in another. */
  private static final String COMMENT =
      "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\((?:[^()\"]|\"[^\"]*\")*\\))?\\s*)*"
          + "(?:(?:public|final|sealed) )*(?:record|interface|enum|class) %s\\b";

  private static final Pattern TAG = Pattern.compile("\\{@(?:link|code) #?([^}]*)}");
  private static final String PARAMETER = "@param %s (.*?)(?=\\s@|$)";
  private static final Pattern SENTENCE = Pattern.compile("^(.*?\\.)(?:\\s|$)", Pattern.DOTALL);

  /** Modules in the order in which a feature goes through them. */
  private static final List<String> MODULES =
      List.of(
          "api",
          "command-side",
          "sagas",
          "projections",
          "query-side",
          "access",
          "server",
          "verification");

  /** The first sentence of the class's Javadoc. */
  String summary(Class<?> type) {
    String text = comment(type).split("\\s@|<p>")[0];
    Matcher sentence = SENTENCE.matcher(text);
    return markdown(sentence.find() ? sentence.group(1) : text);
  }

  /** What the Javadoc of a record says of one of its components. */
  String parameter(Class<?> type, String name) {
    Matcher parameter =
        Pattern.compile(PARAMETER.formatted(name), Pattern.DOTALL).matcher(comment(type));
    if (!parameter.find()) {
      throw new IllegalStateException(type.getName() + " has no Javadoc of " + name + ".");
    }
    return markdown(parameter.group(1));
  }

  private String comment(Class<?> type) {
    Matcher comment =
        Pattern.compile(COMMENT.formatted(type.getSimpleName()), Pattern.DOTALL)
            .matcher(read(repository.resolve(pathOf(type))));
    if (!comment.find()) {
      throw new IllegalStateException(type.getName() + " has no Javadoc.");
    }
    return comment.group(1).replaceAll("(?m)^\\s*\\*", "").replaceAll("\\s+", " ").strip();
  }

  private static String markdown(String text) {
    return TAG.matcher(text.strip()).replaceAll("`$1`").replace("|", "\\|");
  }

  /** Where a class lies, from the root of the repository. */
  String pathOf(Class<?> type) {
    Path file =
        Path.of("src", "main", "java")
            .resolve(type.getNestHost().getName().replace('.', '/') + ".java");
    try (Stream<Path> modules = Files.list(repository)) {
      return modules
          .map(module -> module.resolve(file))
          .filter(Files::exists)
          .map(found -> repository.relativize(found).toString().replace('\\', '/'))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no module has " + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Links to the folders of the context, in all modules that have one. */
  List<String> folders(Context context, String kind) {
    return MODULES.stream()
        .flatMap(module -> folders(Path.of(module, "src", kind, "java"), context.name()))
        .map(folder -> "[`%s`](../../%s)".formatted(folder, folder))
        .toList();
  }

  private Stream<String> folders(Path root, String name) {
    Path start = repository.resolve(root);
    if (Files.notExists(start)) {
      return Stream.empty();
    }
    // at the third level of packages: io.playledger.<module>.<context>
    try (Stream<Path> found = Files.find(start, 4, (path, file) -> isFolder(path, start, name))) {
      return found
          .map(path -> repository.relativize(path).toString().replace('\\', '/'))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isFolder(Path path, Path root, String name) {
    return path.getFileName().toString().equals(name)
        && root.relativize(path).getNameCount() == 4
        && Files.isDirectory(path);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
