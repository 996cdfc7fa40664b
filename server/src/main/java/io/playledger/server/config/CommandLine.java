package io.playledger.server.config;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Translates the command line into Spring properties: {@code --port N}, {@code --admin EMAIL},
 * {@code --admin-password-file FILE}, {@code --data FOLDER} and {@code --demo}. Spring's own
 * options ({@code --name.of.property=value}) pass unchanged.
 */
public final class CommandLine {

  private CommandLine() {}

  /** The arguments for Spring. Throws {@link UsageException} for an unknown option. */
  public static String[] translate(String[] arguments) {
    List<String> translated = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      String property = propertyOf(argument);
      if (property != null) {
        if (i + 1 == arguments.length || arguments[i + 1].startsWith("--")) {
          throw new UsageException(argument + " needs a value");
        }
        i++;
        translated.add("--" + property + "=" + arguments[i]);
      } else if (argument.equals("--demo")) {
        translated.add("--spring.profiles.active=demo");
      } else if (argument.startsWith("--") && argument.contains("=")) {
        translated.add(withShortName(argument));
      } else {
        throw new UsageException(
            "Unknown option "
                + argument
                + "; the options are --port N, --admin EMAIL, --admin-password-file FILE, --data"
                + " FOLDER, --demo and --spring.property=value");
      }
    }
    return translated.toArray(String[]::new);
  }

  private static String withShortName(String argument) {
    int equals = argument.indexOf('=');
    String property = propertyOf(argument.substring(0, equals));
    return property == null ? argument : "--" + property + argument.substring(equals);
  }

  private static @Nullable String propertyOf(String option) {
    return switch (option) {
      case "--port" -> "server.port";
      case "--admin" -> "playledger.first-admin.email";
      case "--admin-password-file" -> "playledger.first-admin.password-file";
      case "--data" -> "playledger.data-folder";
      default -> null;
    };
  }
}
