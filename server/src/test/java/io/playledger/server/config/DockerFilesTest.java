package io.playledger.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.pages.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What can be known of the compose files without a Docker engine. */
class DockerFilesTest {

  private static final Path FOLDER = Path.of("..", "docker");
  private static final Path SETTINGS = Path.of("src/main/resources/application.yaml");
  private static final Pattern ASKED_OF_THE_ENVIRONMENT = Pattern.compile("\\$\\{([A-Z_]+)[:}]");
  private static final Set<String> SPRINGS_OWN = Set.of("SPRING_PROFILES_ACTIVE");

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.axon-server.yaml"})
  void servicesReferToExistingServices(String file) throws IOException {
    Map<String, Object> compose = parsed(file);
    Map<String, Map<String, Object>> services = map(compose.get("services"));
    Set<String> volumes = Composes.names(compose.get("volumes"));

    assertThat(services).isNotEmpty();
    services.forEach(
        (name, service) -> {
          assertThat(Composes.names(service.get("depends_on")))
              .as(name + " depends on")
              .isSubsetOf(services.keySet());
          assertThat(Composes.mounted(service)).as(name + " mounts").isSubsetOf(volumes);
          assertThat(service.containsKey("healthcheck") || service.containsKey("build"))
              .as(name + " is checked, by itself or by the Dockerfile")
              .isTrue();
          assertThat(service).as(name).containsEntry("restart", "unless-stopped");
          if (service.get("image") instanceof String image) {
            assertThat(image).as("a version is named").matches("[a-z/]+:[0-9].*");
          }
        });
    Set<String> used =
        services.values().stream()
            .flatMap(service -> Composes.mounted(service).stream())
            .collect(Collectors.toSet());
    assertThat(volumes).as("every volume is mounted").isSubsetOf(used);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.axon-server.yaml"})
  void serversGetKnownSettingsOnly(String file) throws IOException {
    Set<String> understood = new TreeSet<>(SPRINGS_OWN);
    understood.addAll(Settings.environmentNames());
    Matcher setting = ASKED_OF_THE_ENVIRONMENT.matcher(Files.readString(SETTINGS));
    while (setting.find()) {
      understood.add(setting.group(1));
    }

    Map<String, Map<String, Object>> services = map(parsed(file).get("services"));
    List<Map<String, Object>> servers =
        services.values().stream().filter(service -> service.containsKey("build")).toList();
    assertThat(servers).isNotEmpty();
    servers.forEach(
        server -> assertThat(Composes.names(server.get("environment"))).isSubsetOf(understood));
  }

  @ParameterizedTest
  @ValueSource(strings = {"compose.yaml", "compose.axon-server.yaml"})
  void everySecretIsInTheExample(String file) throws IOException {
    String example = Files.readString(FOLDER.resolve(".env.example"));
    Matcher secret = ASKED_OF_THE_ENVIRONMENT.matcher(Files.readString(FOLDER.resolve(file)));
    assertThat(secret.results().map(found -> found.group(1)))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(example).contains("\n" + name + "="));
  }

  private static Map<String, Object> parsed(String file) throws IOException {
    return map(
        new Yaml(new SafeConstructor(new LoaderOptions()))
            .load(Files.readString(FOLDER.resolve(file))));
  }

  @SuppressWarnings("unchecked") // what YAML calls a map has text for keys in these files
  private static <V> Map<String, V> map(Object node) {
    return (Map<String, V>) node;
  }

  /** Reading what may be written as a map, as a list, or not at all. */
  private static final class Composes {

    static Set<String> names(Object node) {
      return node instanceof Map<?, ?> named
          ? named.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
          : Set.of();
    }

    static Set<String> mounted(Map<String, Object> service) {
      return service.get("volumes") instanceof List<?> mounts
          ? mounts.stream()
              .map(mount -> String.valueOf(mount).split(":")[0])
              .collect(Collectors.toSet())
          : Set.of();
    }
  }
}
