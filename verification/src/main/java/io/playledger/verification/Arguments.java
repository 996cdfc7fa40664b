package io.playledger.verification;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Options of the form {@code --name value}, and flags of the form {@code --name}. */
public final class Arguments {

  private final Map<String, String> values = new HashMap<>();

  private Arguments() {}

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException on an option that is not known, or without its value
   */
  public static Arguments parse(String[] given, Set<String> options, Set<String> flags) {
    Arguments arguments = new Arguments();
    for (int i = 0; i < given.length; i++) {
      String name = given[i].startsWith("--") ? given[i].substring(2) : "";
      if (flags.contains(name)) {
        arguments.values.put(name, "");
      } else if (options.contains(name) && i + 1 < given.length) {
        arguments.values.put(name, given[++i]);
      } else {
        throw new IllegalArgumentException(
            "Unknown option, or no value for it: "
                + given[i]
                + ". Options: --"
                + String.join(" --", new java.util.TreeSet<>(options))
                + "; flags: --"
                + String.join(" --", new java.util.TreeSet<>(flags)));
      }
    }
    return arguments;
  }

  public boolean flag(String name) {
    return values.containsKey(name);
  }

  public String text(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  public long number(String name, long otherwise) {
    String value = values.get(name);
    try {
      return value == null ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("--" + name + " needs a number, not " + value, notANumber);
    }
  }
}
