package io.playledger.server.config;

import io.playledger.access.StartRefusedException;
import io.playledger.projection.ReadModel;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Migrates all schemas in the order of their dependencies, each with its own history. */
final class SchemaMigrations {

  private SchemaMigrations() {}

  private record Schema(String name, String location) {}

  private static final List<Schema> SCHEMAS =
      List.of(
          new Schema("event_store", "classpath:db/event-store"),
          new Schema("axon", "classpath:db/axon"),
          new Schema(ReadModel.SCHEMA, ReadModel.MIGRATIONS),
          new Schema("auth", "classpath:db/auth"));

  /**
   * @param database without a statement timeout, because changing a large table takes long
   */
  static void run(DataSource database) {
    for (Schema schema : SCHEMAS) {
      try {
        Flyway.configure()
            .dataSource(database)
            .defaultSchema(schema.name())
            .schemas(schema.name())
            .createSchemas(true)
            .locations(schema.location())
            .failOnMissingLocations(true)
            .validateMigrationNaming(true)
            .cleanDisabled(true)
            // refuses a schema of a later version
            .ignoreMigrationPatterns(new String[0])
            .load()
            .migrate();
      } catch (FlywayException e) {
        throw new StartRefusedException(
            "The schema " + schema.name() + " cannot be migrated: " + e.getMessage(), e);
      }
    }
  }
}
