package io.playledger.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import io.playledger.runtime.processor.ProjectionProgress;
import io.playledger.runtime.sample.CounterMessages.OpenCounter;
import io.playledger.runtime.sample.CounterMessages.Step;
import io.playledger.runtime.sample.SampleApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An outage of the database. */
@Tag("proof")
class OutageIT {

  /** Long enough for Axon's waits, which double from one second on, to have grown long. */
  private static final Duration AWAY = Duration.ofSeconds(18);

  private static final Duration BACK_MAX = Duration.ofSeconds(6);

  @Test
  void processorsContinueSoonAfterAnOutageOfTheDatabase(@TempDir Path folder) {
    PostgresSettings anyPort = PostgresSettings.in(folder.resolve("postgres"));
    PostgresServer server = PostgresServer.start(anyPort);
    PostgresSettings samePort = anyPort.withPort(server.port());
    PostgresDatabase database = server.databaseCreatedIfMissing("outage");
    SampleApplication.migrate(database);
    try (SampleApplication application =
        SampleApplication.on(database, List.of(), "test.pool-wait-millis=500")) {
      application.send(new OpenCounter("counter:1"));
      assertThat(application.reached(1)).isTrue();

      server.close();
      await().pollDelay(AWAY).atMost(AWAY.multipliedBy(2)).until(() -> true);
      server = PostgresServer.start(samePort);

      long position =
          await()
              .ignoreExceptions()
              .until(() -> application.send(new Step("counter:1", 1)).position(), at -> at > 0);
      assertThat(
              application
                  .get(ProjectionProgress.class)
                  .awaitPosition("counters", position, BACK_MAX))
          .isTrue();
    } finally {
      server.close();
    }
  }
}
