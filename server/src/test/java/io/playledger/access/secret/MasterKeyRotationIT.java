package io.playledger.access.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From master key A to master key B. */
class MasterKeyRotationIT {

  private static final String A = key('A');
  private static final String B = key('B');

  private final PostgresDatabase database = TemporaryPostgres.durable().newDatabase();
  private final SealedTables tables = new SealedTables(database);
  private final Path folder = ServerUnderTest.temporaryFolder();

  @Test
  void rotationKeepsEverythingWorkingAndLeavesNothingUnderTheOldKey() {
    KeptPeople people;
    try (ServerUnderTest server = start(A)) {
      people = new KeptPeople(server);
      people.assertNothingIsLost(server);
      assertThat(uses(server)).hasSize(1);
      tables.assertThatEveryColumnIsDeclaredAndHasValues();
    }
    try (ServerUnderTest server = start(B, A)) {
      people.assertNothingIsLost(server);
      awaitAllUnder(B, A, server);
      people.assertNothingIsLost(server);
    }
    try (ServerUnderTest server = start(B)) {
      people.assertNothingIsLost(server);
      assertThat(uses(server)).hasSize(1);
      assertThat(uses(server).getFirst().path("keyId").asString()).isEqualTo(id(B));
      assertThat(tables.withValuesNotUnder(masterKey(B))).isEmpty();
    }
    assertThatThrownBy(() -> start(A))
        .hasStackTraceContaining("StartRefusedException")
        .hasStackTraceContaining("MASTER_KEY_UNKNOWN")
        .hasStackTraceContaining(id(B));
  }

  @Test
  @Tag("proof")
  void databaseWithValuesWithoutAKeyIdIsConverted() {
    assertThatThrownBy(() -> start("c2hvcnQ=")).hasStackTraceContaining("PLAYLEDGER_MASTER_KEY");
    tables.insertSigningKeyOfBefore(masterKey(A));
    KeptPeople people;
    try (ServerUnderTest server = start(A)) {
      people = new KeptPeople(server);
      tables.makeAsBefore(masterKey(A));
    }
    assertThatThrownBy(() -> start(B)).hasStackTraceContaining("MASTER_KEY_UNKNOWN");
    try (ServerUnderTest server = start(B, A)) {
      people.assertNothingIsLost(server);
      awaitAllUnder(B, A, server);
      people.assertNothingIsLost(server);
    }
  }

  @Test
  @Tag("proof")
  void startWithoutTheOldKeyIsRefusedWhileItIsNeeded() {
    KeptPeople people;
    try (ServerUnderTest server = start(A)) {
      people = new KeptPeople(server);
    }
    List<String> hardly = new ArrayList<>(resealing(B, A));
    hardly.replaceAll(setting -> setting.replace("period=50ms", "period=1h"));
    hardly.add("--playledger.resealing.batches-max=1");
    try (ServerUnderTest server = start(folder, hardly)) {
      people.assertNothingIsLost(server);
      assertThat(valuesUnder(A, server)).as("hardly begun").isGreaterThan(10);
    }
    assertThatThrownBy(() -> start(B))
        .hasStackTraceContaining("StartRefusedException")
        .hasStackTraceContaining("MASTER_KEY_STILL_NEEDED")
        .hasStackTraceContaining(id(A));
    // the other way again: the start that came last says which key seals
    try (ServerUnderTest server = start(A, B)) {
      awaitAllUnder(A, B, server);
      people.assertNothingIsLost(server);
    }
  }

  @Test
  @Tag("proof")
  void erasedValuesStayErasedAndDamagedValuesAreSkipped() throws SQLException {
    try (ServerUnderTest server = start(A)) {
      new KeptPeople(server);
    }
    try (Connection erasing = connection();
        Statement statement = erasing.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE auth.mail_outbox SET content_sealed = 'damaged'"))
          .isGreaterThan(1);
      erasing.setAutoCommit(false);
      statement.executeUpdate("UPDATE auth.person_key SET wrapped = NULL");
      try (ServerUnderTest server = start(B, A)) {
        await()
            .atMost(TestMarket.PATIENCE)
            .until(
                () ->
                    tables.valuesUnder(masterKey(B), SealedData.HASH_KEYS) > 0
                        || tables.isAnybodyWaitingForALock());
        erasing.commit();
        await().atMost(TestMarket.PATIENCE).until(() -> valuesUnder(A, server) == 0);
        assertThat(tables.valuesUnder(masterKey(B), SealedData.PERSON_KEYS)).isZero();
        assertThat(uses(server).getLast().path("keyId").asString()).isEqualTo("unknown");
        assertThat(tables.withValuesNotUnder(masterKey(B)))
            .containsExactly("mail_outbox.content_sealed");
      }
    }
  }

  /** First every node learns the new key, then one after the other seals under it. */
  @Test
  @Tag("proof")
  void nodesChangeTheirKeyOneAfterTheOther() {
    try (ServerUnderTest one = node("one", A, B)) {
      TestPlayer before = one.newPlayer();
      try (ServerUnderTest other = node("other", B, A)) {
        TestPlayer after = other.newPlayer();
        assertThat(one.logIn(after.email(), TestPlayer.PASSWORD).id()).isEqualTo(after.id());
        assertThat(other.logIn(before.email(), TestPlayer.PASSWORD).id()).isEqualTo(before.id());
        assertThat(one.http().get("/auth/me").as(after).send().status()).isEqualTo(200);
        // what the first still seals under the old key the other seals anew, and not the reverse
        awaitAllUnder(B, A, other);
        assertThat(one.http().get("/auth/me").as(before).send().status()).isEqualTo(200);
      }
    }
  }

  private void awaitAllUnder(String now, String before, ServerUnderTest server) {
    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () -> {
              assertThat(tables.withValuesNotUnder(masterKey(now))).isEmpty();
              assertThat(valuesUnder(before, server)).isZero();
            });
    assertThat(valuesUnder(now, server)).isPositive();
    assertThat(uses(server).getFirst().path("keyId").asString()).isEqualTo(id(now));
    assertThat(uses(server).getFirst().path("seals").asBoolean()).isTrue();
    await()
        .atMost(TestMarket.PATIENCE)
        .until(
            () ->
                server
                    .http()
                    .get("//actuator/prometheus")
                    .as(server.admin())
                    .send()
                    .text()
                    .contains("playledger_resealing_left 0.0"));
  }

  private static long valuesUnder(String key, ServerUnderTest server) {
    return uses(server).stream()
        .filter(use -> use.path("keyId").asString().equals(id(key)))
        .mapToLong(use -> use.path("values").asLong())
        .sum();
  }

  private static List<JsonNode> uses(ServerUnderTest server) {
    return server
        .http()
        .get("/admin/master-keys")
        .as(server.admin())
        .send()
        .data()
        .valueStream()
        .toList();
  }

  private ServerUnderTest start(String key, String... previous) {
    return start(folder, resealing(key, previous));
  }

  private ServerUnderTest node(String name, String key, String... previous) {
    List<String> settings = new ArrayList<>(resealing(key, previous));
    settings.add("--playledger.runtime.node-id=" + name);
    return start(ServerUnderTest.temporaryFolder(), settings);
  }

  private static List<String> resealing(String key, String... previous) {
    return List.of(
        "--playledger.master-key=" + key,
        "--playledger.previous-master-keys=" + String.join(",", previous),
        "--playledger.resealing.period=50ms",
        "--playledger.resealing.pause=100ms",
        "--playledger.resealing.batch-rows-max=2");
  }

  private ServerUnderTest start(Path dataFolder, List<String> settings) {
    List<String> all =
        new ArrayList<>(
            List.of("--playledger.pool-connections-max=16", "--playledger.mail.poll=50ms"));
    all.addAll(settings);
    return ServerUnderTest.startOn(database, dataFolder, all.toArray(String[]::new));
  }

  private Connection connection() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
  }

  private static MasterKey masterKey(String text) {
    return new MasterKey(Base64.getDecoder().decode(text));
  }

  private static String id(String key) {
    return masterKey(key).id();
  }

  private static String key(char letter) {
    byte[] key = new byte[Secrets.KEY_BYTES];
    Arrays.fill(key, (byte) letter);
    return Base64.getEncoder().encodeToString(key);
  }
}
