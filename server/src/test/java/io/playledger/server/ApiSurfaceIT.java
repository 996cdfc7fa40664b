package io.playledger.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every operation that the server describes, held against the rules that bind all of them. */
class ApiSurfaceIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  /** All that anybody may ask; a new public operation has to be written down here. */
  private static final Set<String> PUBLIC =
      Set.of(
          "POST /api/v1/auth/register",
          "POST /api/v1/auth/login",
          "GET /api/v1/assets",
          "GET /api/v1/listings",
          "GET /api/v1/listings/{id}",
          "GET /api/v1/players/{id}/reviews",
          "GET /api/v1/players/{id}/reputation",
          "GET /api/v1/leaderboard",
          "GET /api/v1/leaderboards/{board}",
          "GET /.well-known/jwks.json");

  private final HttpTestClient http = SERVER.http();
  private final JsonNode described = http.get("//v3/api-docs").send().json();

  @Test
  void whatIsNotPublicNeedsALogin() {
    List<String> open = new ArrayList<>();
    operations(
        (name, operation) -> {
          String path = name.split(" ")[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
          String body = name.startsWith("GET") || name.startsWith("DELETE") ? null : "{}";
          HttpTestClient.Reply reply =
              http.method(name.split(" ")[0], "/" + path, body).keyed().send();
          if (reply.status() != 401) {
            open.add(name);
          } else {
            assertThat(reply.code()).as(name).isEqualTo("UNAUTHENTICATED");
          }
        });

    assertThat(open).isSubsetOf(PUBLIC);
  }

  @Test
  void whatNeedsARoleIsForbiddenToAPlayerWithoutIt() {
    TestPlayer player = SERVER.newPlayer();
    List<String> forbidden = new ArrayList<>();
    operations(
        (name, operation) -> {
          boolean byRole =
              operation
                  .path("responses")
                  .path("403")
                  .path("description")
                  .asString("")
                  .contains("needs one of the roles");
          if (!byRole) {
            assertThat(name).doesNotContain("/admin/").doesNotContain("/disputes");
            return;
          }
          String path = name.split(" ")[1].replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
          String body = name.startsWith("GET") || name.startsWith("DELETE") ? null : "{}";
          HttpTestClient.Reply reply =
              http.method(name.split(" ")[0], "/" + path, body).as(player).keyed().send();
          assertThat(reply.status()).as(name + " " + reply).isEqualTo(403);
          assertThat(reply.code()).as(name).isEqualTo("FORBIDDEN");
          forbidden.add(name);
        });

    assertThat(forbidden)
        .contains(
            "POST /api/v1/scores/update",
            "POST /api/v1/disputes/{id}/resolve",
            "POST /api/v1/admin/wallets/{userId}/credits",
            "POST /api/v1/wallet/transfers/{id}/reverse");
  }

  @Test
  void everyOperationSaysWhatItIs() {
    operations(
        (name, operation) ->
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank());
  }

  private void operations(BiConsumer<String, JsonNode> each) {
    assertThat(described.path("paths").size()).isGreaterThan(40);
    described
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        operation ->
                            each.accept(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
  }
}
