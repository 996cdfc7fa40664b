package io.playledger.server.pages;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.core.convert.TypeDescriptor;

/**
 * A setting of the server: a component of a settings record.
 *
 * @param name full name; {@code <site>} stands for any of several names, {@code .*} for all below
 * @param type of its value
 * @param text its default as the record says it; empty for none
 * @param meaning its Javadoc in Markdown
 */
record Setting(String name, TypeDescriptor type, String text, String meaning) {

  /** Whether a key of a settings file sets it. */
  boolean isSetBy(String key) {
    String pattern = Pattern.quote(name).replaceAll("<\\w+>", "\\\\E[a-z-]+\\\\Q");
    return key.replaceFirst("\\[\\d+]$", "").matches(pattern.replace(".*", "\\E\\..*\\Q"));
  }

  boolean isMap() {
    return type.isMap();
  }

  /** The name without its last part. */
  String group() {
    return name.replaceFirst("\\.\\*$", "").replaceFirst("\\.[^.]+$", "");
  }

  String environmentName() {
    return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
  }

  /** A row of the table: name, default and meaning. */
  String row(Map<String, String> environmentNames) {
    String own = environmentNames.getOrDefault(name, "");
    String shown = isMap() ? "below" : text.isEmpty() ? "none" : "`" + text + "`";
    return "| `%s`%s | %s | %s |"
        .formatted(name, own.isEmpty() ? "" : ", `" + own + "`", shown, meaning);
  }
}
