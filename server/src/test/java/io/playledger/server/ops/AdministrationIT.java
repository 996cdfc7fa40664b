package io.playledger.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** Operations of auditors and operators. */
@Isolated("reads what the whole log holds")
class AdministrationIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private final HttpTestClient http = SERVER.http();

  private HttpTestClient.Reply get(String path) {
    return http.get(path).as(SERVER.admin()).send();
  }

  @Nested
  class Events {

    @Test
    void eventsNameTheirActor() {
      TestPlayer player = SERVER.newPlayer();
      HttpTestClient.Reply granted =
          http.post(
                  "/admin/players/" + player.id() + "/roles",
                  "{\"role\":\"auditor\",\"reason\":\"secret words\"}")
              .as(SERVER.admin())
              .header("X-Request-Id", "request-of-a-test")
              .header("X-Correlation-Id", "correlation-of-a-test")
              .keyed()
              .send();
      HttpTestClient.Reply event = get("/admin/events/" + granted.position());

      JsonNode metadata = event.data().path("metadata");
      assertThat(event.data().path("type").asString()).isEqualTo("identity.RoleGranted");
      assertThat(metadata.path("actorId").asString()).isEqualTo(SERVER.admin().id());
      assertThat(metadata.path("actorRole").asString()).isEqualTo("admin");
      assertThat(metadata.path("requestId").asString()).isEqualTo("request-of-a-test");
      assertThat(metadata.path("correlationId").asString()).isEqualTo("correlation-of-a-test");
      assertThat(metadata.path("causationId").asString()).isNotEmpty();
      assertThat(metadata.path("idempotencyKey").asString()).isNotEmpty();
      assertThat(metadata.path("clientAddressHash").asString())
          .isNotEmpty()
          .doesNotContain("127.0.0.1");
      assertThat(event.text()).doesNotContain("secret words", player.email(), player.username());
    }

    @Test
    void eventsAreFoundByAggregateTypeAndActorInPages() {
      TestPlayer player = SERVER.newPlayerWithRole("auditor");
      assertThat(get("/admin/events?aggregateId=player-" + player.id()).data().size()).isEqualTo(2);
      for (String type : List.of("PlayerRegistered", "identity.PlayerRegistered")) {
        assertThat(get("/admin/events?type=" + type + "&actor=" + player.id()).data().size())
            .isEqualTo(1);
      }
      for (String type : List.of("Player", "identity.Player")) {
        String ofType = "/admin/events?aggregateType=" + type + "&actor=" + player.id();
        assertThat(get(ofType).data().get(0).path("aggregateType").asString())
            .isEqualTo("identity.Player");
      }
      HttpTestClient.Reply first = get("/admin/events?limit=1&aggregateId=player-" + player.id());
      String cursor = first.json().path("pagination").path("nextCursor").asString();
      HttpTestClient.Reply second =
          get("/admin/events?limit=1&aggregateId=player-" + player.id() + "&cursor=" + cursor);

      assertThat(first.json().path("pagination").path("hasNext").asBoolean()).isTrue();
      assertThat(second.data().get(0).path("type").asString()).isEqualTo("identity.RoleGranted");
      assertThat(get("/admin/events?limit=1&cursor=" + cursor).code()).isEqualTo("INVALID_CURSOR");
      assertThat(
              get("/admin/events?limit=1&order=desc&aggregateId=player-"
                      + player.id()
                      + "&cursor="
                      + cursor)
                  .code())
          .isEqualTo("INVALID_CURSOR");
    }

    @Test
    void eventsAreFoundByPositionAndTime() {
      TestPlayer player = SERVER.newPlayerWithRole("auditor");
      String path = "/admin/events?aggregateId=player-" + player.id();
      JsonNode granted = get(path).data().get(1);
      String position = granted.path("position").asString();
      String at = granted.path("at").asString();

      assertThat(types(path + "&fromPosition=" + position)).containsExactly("identity.RoleGranted");
      assertThat(types(path + "&from=" + at)).containsExactly("identity.RoleGranted");
      assertThat(types(path + "&to=" + at)).containsExactly("identity.PlayerRegistered");
      assertThat(types(path + "&toPosition=" + position)).hasSize(2);
      assertThat(types(path + "&toPosition=" + (Long.parseLong(position) - 1)))
          .containsExactly("identity.PlayerRegistered");
      assertThat(types(path + "&order=desc"))
          .containsExactly("identity.RoleGranted", "identity.PlayerRegistered");
    }

    private List<String> types(String path) {
      return get(path).data().findValuesAsString("type");
    }

    @Test
    void eventsEndAtTheHead() {
      assertThat(get("/admin/events/999999999").status()).isEqualTo(404);
    }
  }

  @Nested
  class Aggregates {

    @Test
    void aggregateIsRebuiltAsOfAPosition() {
      TestPlayer player = SERVER.newPlayerWithRole("auditor");
      HttpTestClient.Reply now = get("/admin/aggregates/identity.Player/player-" + player.id());
      long registered = now.data().path("events").get(0).path("position").asLong();
      HttpTestClient.Reply before =
          get("/admin/aggregates/identity.Player/player-" + player.id() + "?asOf=" + registered);

      assertThat(now.data().path("sequence").asLong()).isEqualTo(1);
      assertThat(now.data().path("state").toString()).contains("auditor");
      assertThat(before.data().path("sequence").asLong()).isZero();
      assertThat(before.data().path("events").size()).isEqualTo(1);
      assertThat(before.data().path("state").toString()).doesNotContain("auditor");
    }

    @Test
    void aggregateIsRebuiltAsOfAnInstant() {
      TestPlayer player = SERVER.newPlayer();
      String at =
          get("/admin/aggregates/identity.Player/player-" + player.id())
              .data()
              .path("events")
              .get(0)
              .path("at")
              .asString();
      assertThat(
              get("/admin/aggregates/identity.Player/player-" + player.id() + "?asOf=" + at)
                  .status())
          .isEqualTo(200);
      assertThat(
              get("/admin/aggregates/identity.Player/player-"
                      + player.id()
                      + "?asOf=2020-01-01T00:00:00Z")
                  .status())
          .isEqualTo(404);
    }

    @Test
    void unknownAggregateIsNotFound() {
      assertThat(get("/admin/aggregates/identity.Player/" + UUID.randomUUID()).status())
          .isEqualTo(404);
      assertThat(get("/admin/aggregates/Dragon/1").status()).isEqualTo(404);
    }
  }

  @Nested
  class Chain {

    @Test
    void chainIsVerifiedToItsHead() {
      SERVER.newPlayer();
      HttpTestClient.Reply reply = get("/admin/audit/chain?restart=true");

      assertThat(reply.data().path("complete").asBoolean()).as(reply.toString()).isTrue();
      assertThat(reply.data().path("verifiedTo").asLong()).isPositive();
      assertThat(reply.data().path("faultReason").isNull()).isTrue();
    }
  }

  @Nested
  class Health {

    @Test
    void healthReportsDatabaseAndProcessors() {
      HttpTestClient.Reply reply = http.get("//actuator/health").send();
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.json().path("status").asString()).isEqualTo("UP");
      assertThat(reply.json().path("components").propertyNames()).contains("db", "processors");
    }

    @Test
    void metricsCountCommandsByTypeAndOutcome() {
      SERVER.newPlayer();
      String metrics = http.get("//actuator/prometheus").send().text();
      assertThat(metrics)
          .contains("playledger_commands_seconds_bucket")
          .contains("type=\"RegisterPlayer\"")
          .contains("playledger_events_appended_total")
          .contains("playledger_processor_lag{")
          .contains("playledger_processor_lag_age_seconds{");
    }

    @Test
    void otherEndpointsAreClosed() {
      assertThat(http.get("//actuator/env").as(SERVER.admin()).send().status()).isEqualTo(404);
    }

    /** It may be anybody whom a proxy of this machine passes on. */
    @Test
    void metricsAreServedToThisMachineButNotThroughAProxy() {
      for (String header : new String[] {"X-Forwarded-For", "Forwarded", "X-Real-IP", "Via"}) {
        assertThat(http.get("//actuator/prometheus").header(header, "203.0.113.9").send().status())
            .as(header)
            .isEqualTo(401);
      }
    }
  }

  @Test
  void apiDescriptionIsPublished() {
    HttpTestClient.Reply reply = http.get("//v3/api-docs").send();
    assertThat(reply.json().path("openapi").asString()).startsWith("3.1");
    JsonNode grant =
        reply.json().path("paths").path("/api/v1/admin/players/{id}/roles").path("post");
    assertThat(grant.path("summary").asString()).isNotEmpty();
    assertThat(grant.path("responses").propertyNames())
        .contains("400", "401", "403", "409", "422", "503");
    assertThat(grant.path("parameters").toString()).contains("Idempotency-Key");
    assertThat(http.get("//docs").send().status()).isIn(200, 302);
  }
}
