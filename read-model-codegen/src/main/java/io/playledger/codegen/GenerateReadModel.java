package io.playledger.codegen;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.PostgresServer;
import io.playledger.postgres.PostgresSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Generates jOOQ's table classes: starts its own PostgreSQL, runs the migrations and reads the
 * tables back. This takes seconds, so it does nothing if neither the migrations nor this generator
 * have changed.
 *
 * <p>Arguments: folder of the migrations, folder of the generated sources, their package.
 */
public final class GenerateReadModel {

  private static final String SCHEMA = "read_model";

  private final Path migrations;
  private final Path sources;
  private final String packageName;
  private final List<Domain> domains;

  private GenerateReadModel(Path migrations, Path sources, String packageName) throws IOException {
    this.migrations = migrations;
    this.sources = sources;
    this.packageName = packageName;
    StringBuilder sql = new StringBuilder();
    for (Path file : filesIn(migrations)) {
      sql.append(Files.readString(file));
    }
    this.domains = Domain.of(sql.toString());
  }

  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 3) {
      throw new IllegalArgumentException("usage: <migrations> <generated sources> <package>");
    }
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    new GenerateReadModel(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]).run();
  }

  private void run() throws Exception {
    Path stamp = sources.resolve(".made-from.sha256");
    String fingerprint = fingerprint();
    if (Files.exists(stamp) && Files.readString(stamp).equals(fingerprint)) {
      return;
    }
    deleteRecursively(sources);
    Files.createDirectories(sources);
    Path folder = Files.createTempDirectory("playledger-codegen-");
    try (PostgresServer server = PostgresServer.start(PostgresSettings.in(folder))) {
      PostgresDatabase database = server.databaseCreatedIfMissing("codegen");
      migrate(database);
      GenerationTool.generate(configuration(database));
    } finally {
      deleteRecursively(folder);
    }
    Files.writeString(stamp, fingerprint);
  }

  private void migrate(PostgresDatabase database) {
    Flyway.configure()
        .dataSource(database.dataSource())
        .locations("filesystem:" + migrations)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .load()
        .migrate();
  }

  private Configuration configuration(PostgresDatabase database) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(
            new Jdbc()
                .withUrl(database.jdbcUrl())
                .withUser(database.user())
                .withPassword(database.password()))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withInputSchema(SCHEMA)
                        .withOutputSchemaToDefault(true)
                        .withIncludes(".*")
                        // made by PostgreSQL and only ever searched in SQL
                        .withExcludes("flyway_schema_history|listing\\.(search|folded_name)")
                        .withIncludeExcludeColumns(true)
                        // statements name the types below: a schema made for a rebuild has no
                        // domains
                        .withIncludeDomains(false)
                        .withForcedTypes(forcedTypes()))
                .withGenerate(
                    new Generate()
                        .withRecords(false)
                        .withRelations(false)
                        .withKeys(false)
                        .withIndexes(false)
                        .withEmptySchemas(false)
                        .withGlobalCatalogReferences(false)
                        .withGlobalSchemaReferences(false)
                        .withGeneratedAnnotation(false)
                        .withJavaTimeTypes(true))
                .withTarget(
                    new Target()
                        .withPackageName(packageName)
                        .withDirectory(sources.toString())
                        .withClean(true)));
  }

  private List<ForcedType> forcedTypes() {
    return Stream.concat(
            domains.stream().map(Domain::forcedType),
            Stream.of(new ForcedType().withName("INSTANT").withIncludeTypes("(?i:timestamp.*)")))
        .toList();
  }

  private String fingerprint() throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(packageName.getBytes());
    digest.update(domains.toString().getBytes());
    for (Path file : filesIn(migrations)) {
      digest.update(file.getFileName().toString().getBytes());
      digest.update(Files.readAllBytes(file));
    }
    for (Class<?> part : List.of(GenerateReadModel.class, Domain.class)) {
      try (var code = part.getResourceAsStream(part.getSimpleName() + ".class")) {
        digest.update(code.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void deleteRecursively(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> found = Files.walk(folder)) {
      paths = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
