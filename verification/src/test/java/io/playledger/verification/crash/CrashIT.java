package io.playledger.verification.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.verification.http.Actor;
import io.playledger.verification.ledger.UnbookedTransfer;
import io.playledger.verification.server.ServerCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Tag("proof")
@Isolated("kills its server and its PostgreSQL")
class CrashIT {

  private static final String RUN = "it";

  @TempDir private Path data;

  private record Played(boolean clean, String report) {}

  private Played play(Consumer<URI> atLast, int rounds) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    CrashSettings settings =
        new CrashSettings(
            RUN,
            rounds,
            3,
            8,
            12,
            data,
            ServerCommand.launcherOrClassPathOn(data, ServerCommand.shortRun(6, 4, 6)));
    PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8);
    boolean clean = new CrashRun(settings, out, System.err, atLast).play();
    return new Played(clean, report.toString(StandardCharsets.UTF_8));
  }

  @Test
  void nothingIsLostIfServerAndPostgresqlAreKilled() {
    Played played = play(_ -> {}, 2);
    assertThat(played.clean()).as(played.report()).isTrue();
    assertThat(played.report())
        .contains("server     killed", "PostgreSQL killed", "serves again after")
        .containsPattern("snapshots-equal-events +clean +[1-9]")
        .endsWith("VERDICT: clean\n");
  }

  /** The negative control: what is not in the books must be found in the balances. */
  @Test
  void oneCentMovedDirectlyInTheTablesIsFound() {
    Played played = play(server -> UnbookedTransfer.make(server, player("p0"), player("p1")), 1);
    assertThat(played.clean()).isFalse();
    assertThat(played.report()).contains("wallet differs (2)");
    assertThat(played.report().lines().reduce((first, second) -> second).orElse(""))
        .isEqualTo("VERDICT: NOT CLEAN: the clients' books differ");
  }

  private static Actor player(String name) {
    String username = name + "-" + RUN;
    return new Actor(username, username + "@example.com", "Market-day 1 of " + username);
  }
}
