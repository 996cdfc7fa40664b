package io.playledger.server.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.projection.ReadModel;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Projections: reads of own writes, pauses, rebuilds. */
@Isolated("rebuilds and pauses projections of the shared server")
class ProjectionsIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private final HttpTestClient http = SERVER.http();

  static Stream<String> projections() {
    return ReadModel.tables().keySet().stream();
  }

  @Test
  void everyProjectionIsRunning() {
    JsonNode processors = http.get("/admin/processors").as(SERVER.admin()).send().data();

    assertThat(processors.valueStream().map(each -> each.path("name").asString()))
        .containsAll(projections().map("projections."::concat).toList())
        .contains("sagas.escrow-settlement", "sagas.listing-expiry", "sagas.hold-expiry");
    assertThat(processors.valueStream())
        .allMatch(
            each -> each.path("state").asString().equals("RUNNING") && each.path("error").isNull());
  }

  @ParameterizedTest
  @MethodSource("projections")
  void replayedProjectionsEqualTheLiveOnes(String projection) {
    SERVER.newPlayer();
    JsonNode compared = rebuild(projection, true);

    assertThat(compared.path("state").asString()).as(compared.toString()).isEqualTo("DONE");
    assertThat(compared.path("equal").asBoolean()).as(compared.toString()).isTrue();
    assertThat(compared.path("switched").asBoolean()).isFalse();
    assertThat(compared.path("tables").size()).isPositive();
  }

  @Test
  void rebuildRepairsDamagedRows() {
    TestPlayer player = SERVER.newPlayer();
    rebuild("identity", true);
    org.springframework.jdbc.core.simple.JdbcClient.create(SERVER.bean(javax.sql.DataSource.class))
        .sql("DELETE FROM read_model.player WHERE id = ?::uuid")
        .param(player.id())
        .update();

    JsonNode found = rebuild("identity", true);
    JsonNode mended = rebuild("identity", false);
    JsonNode after = rebuild("identity", true);

    assertThat(found.path("equal").asBoolean(true)).isFalse();
    assertThat(mended.path("switched").asBoolean()).isTrue();
    assertThat(after.path("equal").asBoolean()).isTrue();
  }

  @Test
  void readWaitsForItsMinimumPosition() {
    HttpTestClient.Reply written = http.post("/auth/register", registration()).keyed().send();
    HttpTestClient.Reply read =
        http.get("/admin/audit/trial-balance").as(SERVER.admin()).after(written).send();

    assertThat(read.status()).isEqualTo(200);
    assertThat(read.position()).isGreaterThanOrEqualTo(written.position());
  }

  @Test
  void readIsUnavailableIfItsPositionIsNotReachedInTime() {
    HttpTestClient.Reply reply =
        http.get("/admin/audit/trial-balance").as(SERVER.admin()).minPosition(999_999_999).send();

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.code()).isEqualTo("UNAVAILABLE");
    assertThat(reply.header("Retry-After")).isPresent();
    assertThat(
            http.get("/admin/audit/trial-balance")
                .as(SERVER.admin())
                .header("Playledger-Min-Position", "soon")
                .send()
                .code())
        .isEqualTo("VALIDATION_FAILED");
  }

  @Test
  void projectionIsPausedAndResumed() {
    assertThat(post("/admin/processors/projections.feed/pause").path("state").asString())
        .isEqualTo("PAUSED");
    assertThat(post("/admin/processors/projections.feed/resume").path("state").asString())
        .isEqualTo("RUNNING");
    assertThat(
            http.post("/admin/processors/projections.nothing/pause", "{}")
                .as(SERVER.admin())
                .send()
                .status())
        .isEqualTo(404);
    assertThat(
            http.post("/admin/processors/sagas.hold-expiry/rebuild", "{\"reason\":\"x\"}")
                .as(SERVER.admin())
                .send()
                .status())
        .isEqualTo(404);
  }

  @Test
  void unknownDeadLetterIsNotFound() {
    assertThat(http.get("/admin/dead-letters").as(SERVER.admin()).send().data().size()).isZero();
    assertThat(
            http.post("/admin/dead-letters/" + UUID.randomUUID() + "/retry", "{}")
                .as(SERVER.admin())
                .send()
                .status())
        .isEqualTo(404);
  }

  private JsonNode rebuild(String projection, boolean verifyOnly) {
    HttpTestClient.Reply started =
        http.post(
                "/admin/processors/projections." + projection + "/rebuild?verifyOnly=" + verifyOnly,
                "{\"reason\":\"for a test\"}")
            .as(SERVER.admin())
            .send();
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    String path = "/admin/rebuilds/" + started.data().path("rebuildId").asString();
    return await()
        .atMost(PATIENCE)
        .until(
            () -> http.get(path).as(SERVER.admin()).send().data(),
            rebuild -> !rebuild.path("endedAt").isNull());
  }

  private JsonNode post(String path) {
    return http.post(path, "{}").as(SERVER.admin()).send().data();
  }

  private static String registration() {
    String name = "own-" + UUID.randomUUID().toString().substring(24);
    return "{\"email\":\"%s@example.org\",\"username\":\"%s\",\"password\":\"%s\"}"
        .formatted(name, name, TestPlayer.PASSWORD);
  }
}
