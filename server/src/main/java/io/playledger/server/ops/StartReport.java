package io.playledger.server.ops;

import io.playledger.eventstore.PositionedEventStorageEngine;
import io.playledger.runtime.EventHome;
import io.playledger.server.config.Database;
import io.playledger.server.config.DatabaseSettings;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Prints the addresses of the server after its start. */
@Component
final class StartReport {

  private final Database database;
  private final DatabaseSettings settings;
  private final EventHome home;
  private final PositionedEventStorageEngine log;
  private final Environment environment;

  StartReport(
      Database database,
      DatabaseSettings settings,
      EventHome home,
      PositionedEventStorageEngine log,
      Environment environment) {
    this.database = database;
    this.settings = settings;
    this.home = home;
    this.log = log;
    this.environment = environment;
  }

  @EventListener
  void ready(ApplicationReadyEvent ready) {
    if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web)) {
      return;
    }
    String url =
        "http://%s:%d"
            .formatted(
                environment.getProperty("server.address", "localhost"),
                web.getWebServer().getPort());
    System.out.println(
        """

        Playledger is up.
          Data folder   %s
          Database      %s
          Event store   %s, head at position %d
          API           %s/api/v1
          Try it        %s/docs
          Health        %s/actuator/health
        """
            .formatted(
                settings.dataFolder().toAbsolutePath().normalize(),
                database.describe(),
                home.describe(),
                log.head(),
                url,
                url,
                url));
  }
}
