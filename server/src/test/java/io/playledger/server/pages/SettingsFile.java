package io.playledger.server.pages;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** A settings file of the server as it is shipped: values by key, placeholders as they are. */
record SettingsFile(Map<String, String> values) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z_]+):(.*)}");

  static SettingsFile of(String name) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    List<PropertySource<?>> sources =
        new YamlPropertySourceLoader().load(name, new ClassPathResource(name));
    for (PropertySource<?> source : sources) {
      for (String key : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        values.put(key, String.valueOf(source.getProperty(key)));
      }
    }
    return new SettingsFile(values);
  }

  /** The values below a prefix, by the rest of the key. */
  Map<String, String> below(String prefix) {
    Map<String, String> found = new LinkedHashMap<>();
    values.forEach(
        (key, value) -> {
          if (key.startsWith(prefix)) {
            found.put(key.substring(prefix.length()), value);
          }
        });
    return found;
  }

  /** Environment variables of another name than that of their setting, by setting. */
  Map<String, String> environmentNames() {
    Map<String, String> names = new TreeMap<>();
    values.forEach(
        (key, value) -> {
          Matcher placeholder = PLACEHOLDER.matcher(value);
          if (placeholder.matches()) {
            names.put(key, placeholder.group(1));
          }
        });
    return names;
  }

  static boolean isPlaceholder(String value) {
    return PLACEHOLDER.matcher(value).matches();
  }

  /** The value where the environment sets nothing. */
  static String resolved(String value) {
    return PLACEHOLDER.matcher(value).replaceFirst("$2");
  }
}
