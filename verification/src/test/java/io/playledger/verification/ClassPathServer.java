package io.playledger.verification;

import io.playledger.verification.server.ServerCommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The real server from this test's class path, with short windows and cheap passwords. */
public final class ClassPathServer {

  private ClassPathServer() {}

  /** What starts it on this data folder. */
  public static List<String> command(Path data, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "io.playledger.server.PlayledgerServer",
                "--demo",
                "--data",
                data.toString(),
                ServerCommand.MANY_SNAPSHOTS,
                "--playledger.market.delivery-window=6s",
                "--playledger.market.complaint-window=4s",
                "--playledger.market.arbitration-window=6s"));
    words.addAll(List.of(more));
    return words;
  }
}
