package io.playledger.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The tables of {@code docs/configuration.md}. Run with {@code -Dpages.write=true} to write the
 * generated ones.
 */
class ConfigurationPageTest {

  private static final Path PAGE = Path.of("..", "docs", "configuration.md");

  private static final Pattern ROW_OF_SPRING =
      Pattern.compile("(?m)^\\| `((?:server|spring)\\.[a-z.-]+)`.*? \\| `?(.*?)`? \\|");

  @Test
  void settingOfTwoRecordsHasOneDefault() {
    Map<String, String> defaults = new HashMap<>();
    for (Setting setting : Settings.all()) {
      String other = defaults.putIfAbsent(setting.name(), setting.text());
      assertThat(other == null ? setting.text() : other)
          .as(setting.name())
          .isEqualTo(setting.text());
    }
  }

  @Test
  void tableOfSettingsIsUpToDate() throws IOException {
    String page = Files.readString(PAGE);
    List<String> parts = List.of(page.split("(?=" + ConfigurationPage.HEADING + ")"));
    String expected =
        parts.getFirst()
            + new ConfigurationPage(SettingsFile.of("application.yaml")).text(Settings.all());
    if (Boolean.getBoolean("pages.write")) {
      Files.writeString(PAGE, expected);
      return;
    }
    assertThat(page.lines())
        .as("docs/configuration.md; write it with -Dpages.write=true")
        .containsExactlyElementsOf(expected.lines().toList());
  }

  @Test
  void defaultsOfSpringsSettingsAreThoseOfTheFile() throws IOException {
    SettingsFile file = SettingsFile.of("application.yaml");
    Matcher rows = ROW_OF_SPRING.matcher(Files.readString(PAGE));
    assertThat(rows.results())
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.group(2))
                    .as(row.group(1))
                    .isEqualTo(
                        SettingsFile.resolved(file.values().getOrDefault(row.group(1), "none"))));
  }
}
