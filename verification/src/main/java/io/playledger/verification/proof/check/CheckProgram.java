package io.playledger.verification.proof.check;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresException;
import io.playledger.verification.Arguments;
import io.playledger.verification.journal.Journal;
import io.playledger.verification.journal.JournalReader;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.proof.log.DatabaseSnapshot;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code ./playledger check} does: compares a log and its tables with each other and with
 * journals of clients.
 *
 * <p>{@code --data FOLDER} is a data folder, its server running or not; {@code --url JDBC} an
 * external PostgreSQL, with {@code --user} and the password in {@code
 * PLAYLEDGER_DATABASE_PASSWORD}. Each {@code --journal} is a file or a folder of clients' journals;
 * in a folder, a clean check stores the head of the hash chain, with which later checks compare the
 * log. {@code --only A,B} runs only those checks, {@code --json} adds one line of JSON.
 */
public final class CheckProgram {

  private static final Set<String> OPTIONS =
      Set.of("data", "url", "user", "only", "settle-seconds", "snapshots");

  private static final String CHECKPOINTS = "checkpoints" + JournalReader.SUFFIX;

  private final Arguments arguments;
  private final List<Path> journals;
  private final Map<String, String> environment;
  private final PrintStream out;

  CheckProgram(String[] given, Map<String, String> environment, PrintStream out) {
    List<String> rest = new ArrayList<>();
    this.journals = new ArrayList<>();
    for (int i = 0; i < given.length; i++) {
      if (given[i].equals("--journal") && i + 1 < given.length) {
        journals.add(Path.of(given[++i]));
      } else {
        rest.add(given[i]);
      }
    }
    this.arguments = Arguments.parse(rest.toArray(String[]::new), OPTIONS, Set.of("json"));
    this.environment = environment;
    this.out = out;
  }

  /** Exit status 0 where all is clean, 1 where not, 2 for wrong usage or no database. */
  public static void main(String[] given) {
    try {
      System.exit(new CheckProgram(given, System.getenv(), System.out).run() ? 0 : 1);
    } catch (IllegalArgumentException | PostgresException | SQLException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  /** Whether all is clean. */
  boolean run() throws SQLException {
    CheckSettings settings = settings();
    if (!journals.isEmpty()) {
      // a wrong name ends the program before it does anything
      JournalReader.of(journals);
    }
    try (CheckTarget target = target()) {
      CheckReport report = new Checker(target, settings).run();
      report.lines().forEach(out::println);
      if (report.clean()) {
        keepCheckpoint(target);
      }
      if (arguments.flag("json")) {
        out.println(report.json());
      }
      out.flush();
      return report.clean();
    }
  }

  private CheckSettings settings() {
    Set<CheckName> checks = new HashSet<>();
    String only = arguments.text("only", "");
    if (only.isBlank()) {
      checks.addAll(List.of(CheckName.values()));
    } else {
      Arrays.stream(only.split(",")).map(String::strip).map(CheckName::of).forEach(checks::add);
    }
    return new CheckSettings(
        checks,
        journals,
        Duration.ofSeconds(arguments.number("settle-seconds", CheckSettings.PATIENCE.toSeconds())),
        Math.toIntExact(arguments.number("snapshots", CheckSettings.SNAPSHOTS_MAX)));
  }

  private CheckTarget target() {
    Path data =
        Path.of(arguments.text("data", environment.getOrDefault("PLAYLEDGER_DATA", "data")));
    String url = arguments.text("url", environment.getOrDefault("PLAYLEDGER_DATABASE_URL", ""));
    if (url.isBlank() || !arguments.text("data", "").isBlank()) {
      return CheckTarget.in(data);
    }
    String user = arguments.text("user", environment.getOrDefault("PLAYLEDGER_DATABASE_USER", ""));
    String password = environment.getOrDefault("PLAYLEDGER_DATABASE_PASSWORD", "");
    String name = url.replaceFirst("\\?.*", "").replaceFirst(".*/", "");
    return CheckTarget.of(new PostgresDatabase(name, url, user, password), data);
  }

  private void keepCheckpoint(CheckTarget target) throws SQLException {
    for (Path journal : journals) {
      if (Files.isDirectory(journal)) {
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(target.database().dataSource());
            Journal kept = Journal.open(journal.resolve(CHECKPOINTS))) {
          byte[] hash =
              snapshot
                  .sql()
                  .queryForObject(
                      "SELECT hash FROM event_store.chain WHERE last_position = ?",
                      byte[].class,
                      snapshot.head());
          kept.checkpoint(snapshot.head(), HexFormat.of().formatHex(hash));
        }
      }
    }
  }
}
