package io.playledger.server;

import io.playledger.server.config.CommandLine;
import io.playledger.server.config.UsageException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server application. */
@SpringBootApplication(
    scanBasePackages = {"io.playledger.web", "io.playledger.access", "io.playledger.server"})
public class PlayledgerServer {

  private static final int USAGE = 2;
  private static final int REFUSED = 1;

  /** Starts the server; {@code --port N}, {@code --admin EMAIL}, {@code --demo}. */
  public static void main(String[] arguments) {
    try {
      SpringApplication.run(PlayledgerServer.class, CommandLine.translate(arguments));
    } catch (UsageException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    } catch (RuntimeException e) {
      // Spring has already reported the reason
      System.exit(REFUSED);
    }
  }
}
