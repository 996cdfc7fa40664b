package io.playledger.server.ops;

import io.playledger.postgres.PostgresSupervisor.State;
import io.playledger.postgres.PostgresSupervisor.Status;
import io.playledger.server.config.Database;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** DOWN while the embedded PostgreSQL is down; reports the number of its restarts. */
final class EmbeddedPostgresHealth implements HealthIndicator {

  private final Database database;

  EmbeddedPostgresHealth(Database database) {
    this.database = database;
  }

  @Override
  public Health health() {
    return database
        .embedded()
        .map(EmbeddedPostgresHealth::of)
        .orElseGet(() -> Health.unknown().withDetail("embedded", false).build());
  }

  private static Health of(Status status) {
    Health.Builder health =
        (status.state() == State.RUNNING ? Health.up() : Health.down())
            .withDetail("state", status.state())
            .withDetail("restarts", status.restarts());
    status.failure().ifPresent(failure -> health.withDetail("failure", failure));
    return health.build();
  }
}
