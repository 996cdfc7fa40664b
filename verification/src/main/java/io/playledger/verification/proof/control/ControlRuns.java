package io.playledger.verification.proof.control;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.server.config.CommandLine;
import io.playledger.verification.journal.Journal;
import io.playledger.verification.proof.check.CheckReport;
import io.playledger.verification.proof.check.CheckSettings;
import io.playledger.verification.proof.check.CheckTarget;
import io.playledger.verification.proof.check.Checker;
import io.playledger.verification.proof.check.PlatformNode;
import io.playledger.verification.proof.log.CheckName;
import io.playledger.verification.server.AdminAccount;
import io.playledger.verification.server.ServerFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where controls are played: one company's day, lived once on a sound server, and a copy of its
 * database and journals for each control.
 */
final class ControlRuns {

  private static final String TEMPLATE = "company";

  /** For a sound server: a token may follow events that nobody handles only after seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  /** For a server that is known to be late with something. */
  private static final Duration IMPATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final ServerFolder demo;
  private final Path journal;
  private final TemporaryPostgres postgres = TemporaryPostgres.durable();
  private int scenes;

  /**
   * @param folder empty, for data and journals
   */
  ControlRuns(Path folder) {
    this.folder = folder;
    this.demo = new ServerFolder(folder);
    this.journal = folder.resolve("company.jsonl");
    try {
      Files.createDirectories(folder.resolve("demo"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder, e);
    }
  }

  /** A copy of the company's database, with nobody on it. */
  Scene scene() {
    PostgresDatabase copy = postgres.newDatabase(TEMPLATE, this::liveTheDay);
    Path journals = folder.resolve("journals-" + ++scenes);
    try {
      Files.createDirectory(journals);
      Files.copy(journal, journals.resolve(journal.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot copy the journal", e);
    }
    return new Scene(copy, folder, journals);
  }

  private void liveTheDay(PostgresDatabase database) throws SQLException {
    Scene first = new Scene(database, folder, folder);
    onServer(first, journal, List.of(), (company, _) -> CompanyDay.live(company));
    JdbcTemplate sql = new JdbcTemplate(database.dataSource());
    try (Journal kept = Journal.open(journal)) {
      sql.query(
          "SELECT last_position, hash FROM event_store.chain ORDER BY 1 DESC LIMIT 1",
          row -> {
            kept.checkpoint(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)));
          });
    }
  }

  /** Starts a server on the scene, lets the company do something and the server finish it. */
  CheckReport played(Scene scene, LiveBug bug) {
    List<CheckReport> report = new ArrayList<>();
    onServer(
        scene,
        scene.journals().resolve("after.jsonl"),
        List.of(bug.bug()),
        (company, _) -> {
          bug.deed().on(company, scene);
          report.add(checked(scene, CheckName.SAGAS_FINISHED, bug.foundBy()));
        });
    return report.getFirst();
  }

  /** The same deeds on a server without any bug. */
  void playSound(Scene scene, List<LiveBug> bugs) {
    onServer(
        scene,
        scene.journals().resolve("after.jsonl"),
        List.of(),
        (company, _) -> bugs.forEach(bug -> bug.deed().on(company, scene)));
  }

  /** What all checks say of a scene that should be sound. */
  CheckReport checkedPatiently(Scene scene) {
    return checked(scene, PATIENCE, CheckName.values());
  }

  CheckReport checked(Scene scene, CheckName... checks) {
    return checked(scene, IMPATIENCE, checks);
  }

  private CheckReport checked(Scene scene, Duration patience, CheckName... checks) {
    CheckSettings settings =
        CheckSettings.everything(List.of(scene.journals())).only(checks).patient(patience);
    try (CheckTarget target = CheckTarget.of(scene.database(), scene.data())) {
      return new Checker(target, settings).run();
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be checked", e);
    }
  }

  private void onServer(
      Scene scene,
      Path journalFile,
      List<ApplicationContextInitializer<GenericApplicationContext>> bugs,
      BiConsumer<Company, Scene> play) {
    AdminAccount accounts = new AdminAccount(demo);
    List<String> settings =
        new ArrayList<>(
            List.of(
                "--spring.profiles.active=demo",
                "--playledger.market.delivery-window=1h",
                "--playledger.market.complaint-window=1h",
                "--playledger.market.arbitration-window=1h",
                "--playledger.runtime.deadline-poll=100ms",
                "--playledger.runtime.node-id=single"));
    settings.addAll(List.of(CommandLine.translate(accounts.serverArguments())));
    try (PlatformNode node = PlatformNode.active(scene.database(), scene.data(), settings, bugs);
        Journal writing = Journal.open(journalFile)) {
      URI server = node.url();
      ServerFolder.Admin admin = accounts.of(server);
      try (Company company = new Company(server, admin.email(), admin.password(), writing)) {
        boolean first = journalFile.equals(journal);
        if (first) {
          company.register();
        }
        company.logIn();
        play.accept(company, scene);
        if (first) {
          requireFinished(checked(scene, PATIENCE, CheckName.SAGAS_FINISHED));
        }
      }
    }
  }

  private static void requireFinished(CheckReport report) {
    if (!report.clean()) {
      throw new IllegalStateException(
          "The company's day does not come to its end:\n" + String.join("\n", report.lines()));
    }
  }
}
