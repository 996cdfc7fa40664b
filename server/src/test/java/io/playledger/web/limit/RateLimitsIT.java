package io.playledger.web.limit;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestPlayer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Limits over HTTP, by clients whom a trusted proxy names. */
class RateLimitsIT {

  private static final ServerUnderTest SERVER = start();

  private final HttpTestClient http = SERVER.http();

  private static ServerUnderTest start() {
    return ServerUnderTest.startFresh(
        "--playledger.http.trusted-proxies=127.0.0.1/32",
        "--playledger.rate-limits.groups.everything.anonymous=40/1h",
        "--playledger.rate-limits.groups.search.anonymous=3/1h",
        "--playledger.rate-limits.groups.search.player=5/1h",
        "--playledger.rate-limits.groups.scores.subject=2/1h",
        "--playledger.rate-limits.groups.auth.subject=6/1h");
  }

  @AfterAll
  static void end() {
    SERVER.close();
  }

  private HttpTestClient.Reply search(String address) {
    return http.get("/listings").header("X-Forwarded-For", address).send();
  }

  @Test
  void anonymousClientIsCountedPerAddressAndSeesItsQuota() {
    HttpTestClient.Reply first = search("198.51.100.1");
    assertThat(first.status()).as(first.toString()).isEqualTo(200);
    assertThat(first.header("RateLimit-Policy"))
        .contains("\"everything-anonymous\";q=40;w=3600, \"search-anonymous\";q=3;w=3600");
    assertThat(first.header("RateLimit"))
        .hasValueSatisfying(
            state ->
                assertThat(state)
                    .startsWith("\"everything-anonymous\";r=39;t=")
                    .contains("\"search-anonymous\";r=2;t="));
    search("198.51.100.1");
    search("198.51.100.1");
    HttpTestClient.Reply refused = search("198.51.100.1");
    assertProblem(refused, 429, "RATE_LIMITED");
    assertThat(refused.header("Retry-After").map(Integer::parseInt))
        .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(1_100, 1_200));
    assertThat(refused.header("RateLimit"))
        .hasValueSatisfying(state -> assertThat(state).contains("\"search-anonymous\";r=0;t="));
    assertThat(search("198.51.100.2").status()).isEqualTo(200);
  }

  @Test
  void ipv6SubscriberIsOneClient() {
    for (int host = 1; host <= 3; host++) {
      assertThat(search("2001:db8:0:7::" + host).status()).isEqualTo(200);
    }
    assertThat(search("2001:db8:0:7::4").status()).isEqualTo(429);
    assertThat(search("2001:db8:0:8::1").status()).isEqualTo(200);
  }

  @Test
  void addressesWrittenByTheClientAreIgnored() {
    List<Integer> statuses = new ArrayList<>();
    for (int forged = 1; forged <= 4; forged++) {
      statuses.add(search("203.0.113." + forged + ", 198.51.100.3").status());
    }
    assertThat(statuses).containsExactly(200, 200, 200, 429);
  }

  @Test
  void playerIsCountedAcrossAddresses() {
    TestPlayer player = SERVER.newPlayer();
    TestPlayer other = SERVER.newPlayer();
    for (int address = 1; address <= 5; address++) {
      assertThat(
              http.get("/listings")
                  .as(player)
                  .header("X-Forwarded-For", "192.0.2." + address)
                  .send()
                  .status())
          .isEqualTo(200);
    }
    assertProblem(
        http.get("/listings").as(player).header("X-Forwarded-For", "192.0.2.99").send(),
        429,
        "RATE_LIMITED");
    assertThat(http.get("/listings").as(other).send().status()).isEqualTo(200);
    assertThat(http.get("/auth/me").as(player).send().status()).as("another group").isEqualTo(200);
  }

  @Test
  void rolesAreCountedAtRatesOfTheirOwn() {
    assertThat(policy(SERVER.newPlayer())).startsWith("\"everything-player\";");
    for (String role : List.of("premium", "moderator", "auditor", "analyst", "admin")) {
      assertThat(policy(SERVER.newPlayerWithRole(role)))
          .as(role)
          .startsWith("\"everything-premium\";");
    }
    for (String role : List.of("server-owner", "developer")) {
      assertThat(policy(SERVER.newPlayerWithRole(role)))
          .as(role)
          .startsWith("\"everything-server-owner\";");
    }
  }

  private String policy(TestPlayer player) {
    return http.get("/auth/me").as(player).send().header("RateLimit-Policy").orElseThrow();
  }

  @Test
  void forgedTokensCountAgainstTheirAddress() {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 42; i++) {
      statuses.add(
          http.get("/auth/me")
              .token("forged")
              .header("X-Forwarded-For", "198.51.100.4")
              .send()
              .status());
    }
    assertThat(statuses.subList(0, 40)).containsOnly(401);
    assertThat(statuses.subList(40, 42)).containsOnly(429);
    assertThat(http.get("/assets").header("X-Forwarded-For", "198.51.100.4").send().status())
        .isEqualTo(429);
  }

  @Test
  void guessesAtOneAccountFromManyAddressesAreLimited() {
    TestPlayer player = SERVER.newPlayer();
    List<Integer> statuses = new ArrayList<>();
    for (int address = 1; address <= 7; address++) {
      statuses.add(logIn(player.email(), "Wrong-horse-" + address, "203.0.113." + address));
    }
    assertThat(statuses.subList(0, 5)).containsOnly(401);
    assertThat(statuses.subList(5, 7)).containsOnly(429);
    assertThat(logIn(player.email(), TestPlayer.PASSWORD, "203.0.113.8"))
        .as("nor from a new address with the right one")
        .isEqualTo(429);
    assertThat(SERVER.logIn(player.email(), TestPlayer.PASSWORD).id())
        .as("the owner, from where she was before")
        .isEqualTo(player.id());
    assertThat(logIn(SERVER.newPlayer().email(), TestPlayer.PASSWORD, "203.0.113.7"))
        .as("another account")
        .isEqualTo(200);
  }

  @Test
  void limitDoesNotRevealWhetherAnAccountExists() {
    List<Integer> statuses = new ArrayList<>();
    for (int address = 1; address <= 8; address++) {
      statuses.add(logIn("nobody@example.org", "Wrong-horse-7", "203.0.113." + (100 + address)));
    }
    assertThat(statuses.subList(0, 6)).containsOnly(401);
    assertThat(statuses.subList(6, 8)).containsOnly(429);
  }

  private int logIn(String email, String password, String address) {
    return http.post(
            "/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, password))
        .header("X-Forwarded-For", address)
        .send()
        .status();
  }

  @Test
  void scoresPerPlayerAreLimited() {
    TestPlayer scorer = SERVER.newPlayer();
    List<HttpTestClient.Reply> replies = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      replies.add(score(scorer));
    }
    assertThat(replies).extracting(HttpTestClient.Reply::status).containsExactly(200, 200, 429);
    assertThat(replies.getLast().header("Retry-After")).isPresent();
    assertThat(score(SERVER.newPlayer()).status()).isEqualTo(200);
  }

  private HttpTestClient.Reply score(TestPlayer player) {
    return http.post("/scores/update", "{\"playerId\":\"%s\",\"delta\":5}".formatted(player.id()))
        .as(SERVER.admin())
        .keyed()
        .send();
  }
}
