package io.playledger.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;

/** A JVM of its own that owns a server, to be killed. */
final class OwningProcess {

  private OwningProcess() {}

  /** Starts the server, writes a row, says so on one line, and waits to be killed. */
  public static void main(String[] arguments) throws Exception {
    PostgresServer server = PostgresServer.start(PostgresSettings.in(Path.of(arguments[0])));
    try (Connection connection = server.database("postgres").connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (word text)");
      statement.execute("INSERT INTO kept VALUES ('durable')");
    }
    System.out.println("pid " + server.pid());
    System.in.read();
  }

  /** The child and the id of its postmaster. */
  record Started(Process process, long postmasterPid) {}

  static Started start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    OwningProcess.class.getName(),
                    folder.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = reader.readLine();
    if (line == null || !line.startsWith("pid ")) {
      throw new IOException("the child said: " + line);
    }
    return new Started(process, Long.parseLong(line.substring("pid ".length())));
  }
}
