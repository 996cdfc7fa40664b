package io.playledger.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.playledger.api.Context;
import io.playledger.api.Contexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The pages of {@code docs/contexts}, generated from the code: one per context, and an index. Run
 * with {@code -Dcontexts.write=true} to write them.
 */
class ContextPagesTest {

  private static final Path REPOSITORY = Path.of("..");
  private static final Path PAGES = REPOSITORY.resolve("docs").resolve("contexts");

  private static final boolean WRITE = Boolean.getBoolean("contexts.write");

  static List<Context> contexts() {
    return Contexts.all();
  }

  @ParameterizedTest
  @MethodSource("contexts")
  void pageOfEveryContextIsUpToDate(Context context) throws IOException {
    check(
        PAGES.resolve(context.name() + ".md"),
        new ContextPage(context, new Sources(REPOSITORY)).text());
  }

  @Test
  void indexListsEveryContext() throws IOException {
    check(PAGES.resolve("README.md"), ContextPage.index());
  }

  @Test
  void everyPageBelongsToAContext() throws IOException {
    assumeFalse(WRITE, "pages are being written");
    List<String> expected =
        Stream.concat(Contexts.all().stream().map(Context::name), Stream.of("README"))
            .map(name -> name + ".md")
            .toList();
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static void check(Path page, String text) throws IOException {
    if (WRITE) {
      Files.createDirectories(page.getParent());
      Files.writeString(page, text);
    }
    assertThat(page).as("write it with -Dcontexts.write=true").exists();
    assertThat(Files.readString(page))
        .as("%s is stale; write it with -Dcontexts.write=true", page.getFileName())
        .isEqualTo(text);
  }
}
