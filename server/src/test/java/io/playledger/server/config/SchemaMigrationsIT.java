package io.playledger.server.config;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.access.StartRefusedException;
import io.playledger.postgres.TemporaryPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Schemas go forward only. */
class SchemaMigrationsIT {

  @Test
  void databaseOfALaterVersionIsRefused() {
    DataSource database = TemporaryPostgres.durable().newDatabase().dataSource();
    SchemaMigrations.run(database);
    assertThatCode(() -> SchemaMigrations.run(database)).doesNotThrowAnyException();

    new JdbcTemplate(database)
        .update(
            """
            INSERT INTO event_store.flyway_schema_history (installed_rank, version, description,
              type, script, checksum, installed_by, execution_time, success)
            VALUES (999, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 1, 'test', 1, true)
            """);

    assertThatThrownBy(() -> SchemaMigrations.run(database))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("event_store")
        .hasMessageContaining("999");
  }
}
