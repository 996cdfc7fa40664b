package io.playledger.verification.bank;

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
@Isolated("kills its server")
class BankIT {

  private static final String RUN = "it";

  @TempDir private Path data;

  private record Played(boolean clean, String report) {}

  private Played play(int transfers, Consumer<URI> atLast) {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    BankSettings settings =
        new BankSettings(
            RUN,
            transfers,
            3,
            4,
            30,
            16,
            data,
            ServerCommand.launcherOrClassPathOn(data, ServerCommand.shortRun(6, 4, 6)));
    PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8);
    boolean clean = new BankRun(settings, out, System.err, atLast).play();
    return new Played(clean, report.toString(StandardCharsets.UTF_8));
  }

  @Test
  void booksAreRightAfterManyTransfersAndACrash() {
    Played played = play(1_000, _ -> {});
    assertThat(played.clean()).as(played.report()).isTrue();
    assertThat(played.report())
        .contains("34 of 34 accounts equal", "sent twice at once", "same key, other body")
        .containsPattern("snapshots-equal-events +clean +[1-9]")
        .containsPattern("rejections-kept +clean +[1-9]")
        .endsWith("VERDICT: clean\n");
  }

  /** The negative control: what is not in the books must be found in the balances. */
  @Test
  void oneCentMovedDirectlyInTheTablesIsFound() {
    Played played = play(50, server -> UnbookedTransfer.make(server, holder(0), holder(1)));
    assertThat(played.clean()).isFalse();
    assertThat(played.report()).contains("32 of 34 accounts equal").contains("balance differs (2)");
  }

  private static Actor holder(int number) {
    String username = "bank-" + number + "-" + RUN;
    return new Actor(username, username + "@example.com", "Bank-test 1 of " + username);
  }
}
