package io.playledger.access.identity.erasure;

import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.access.identity.external.ExternalIdentities;
import io.playledger.access.identity.external.ExternalPerson;
import io.playledger.access.identity.token.OneTimeTokens;
import io.playledger.access.identity.token.OneTimeTokens.Purpose;
import io.playledger.api.identity.PlayerId;
import io.playledger.query.PersonalRecords;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The export of a person's data. */
class PersonalExportIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();

  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);
  private final PersonalRecords personal = SERVER.bean(PersonalRecords.class);
  private final JdbcClient sql = JdbcClient.create(SERVER.bean(DataSource.class));

  /** A new table must be declared here as personal or not, and exported and erased if it is. */
  @Test
  void everyTableIsDeclaredForTheExport() {
    assertThat(tables("read_model")).isEqualTo(all(personal.tables(), personal.tablesOfNobody()));
    assertThat(tables("auth")).isEqualTo(all(AccountRecords.TABLES, AccountRecords.NOBODYS));
  }

  private Set<String> tables(String schema) {
    return new TreeSet<>(
        sql.sql(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = ?"
                    + " AND table_type = 'BASE TABLE' AND table_name <> 'flyway_schema_history'")
            .param(schema)
            .query(String.class)
            .list());
  }

  private static Set<String> all(Set<String> some, Set<String> others) {
    Set<String> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  @Test
  void exportContainsActionsAndTextsOfThePerson() {
    TestMarket.Trade trade = market.disputed();
    TestPlayer buyer = trade.buyer();
    HttpTestClient.Reply evidence =
        market.post(trade.escrowPath() + "/evidence", buyer, json("statement", "the edge is gone"));
    http.get(trade.escrowPath()).as(buyer).after(evidence).send();
    HttpTestClient.Reply listed =
        market.post(
            "/listings",
            buyer,
            json(
                "gameId",
                "questlands",
                "itemName",
                "A lamp",
                "description",
                "it shines",
                "asset",
                "USD",
                "price",
                "5.00"));
    http.get("/listings/" + listed.data().path("listing").asString()).after(listed).send();

    HttpTestClient.Reply exported = http.get("/me/export").as(buyer).send();

    assertThat(exported.status()).as(exported.toString()).isEqualTo(200);
    assertThat(exported.header("Cache-Control")).hasValue("no-store");
    JsonNode data = exported.data();
    assertThat(data.path("account").path("email").asString()).isEqualTo(buyer.email());
    assertThat(data.path("account").path("username").asString()).isEqualTo(buyer.username());
    assertThat(data.path("sessions").size()).isPositive();
    assertThat(data.path("sessions").get(0).path("address").asString()).isEqualTo("127.0.0.1");
    JsonNode records = data.path("records");
    assertThat(Set.copyOf(records.propertyNames())).isEqualTo(personal.tables());
    assertThat(records.path("listing").get(0).path("description").asString())
        .isEqualTo("it shines");
    assertThat(records.path("trade").get(0).path("id").asString()).isEqualTo(trade.id());
    assertThat(records.path("posting").size()).isPositive();
    assertThat(records.path("account_balance").get(0).path("posted").asString()).isNotEmpty();
    assertThat(records.path("escrow_timeline").toString())
        .contains("the edge is gone", "it is blunt", "handed over at the gate");
    assertThat(data.path("events").valueStream().map(event -> event.path("type").asString()))
        .contains("PlayerRegistered", "SignInSucceeded");
    assertThat(data.path("events").get(0).path("payload").path("username").asString())
        .isEqualTo(buyer.username());
  }

  @Test
  void exportContainsEverySectionOfTheAccount() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    String secret = market.apiKey(developer, "wallet:read").path("secret").asString();
    http.get("/wallet").header("X-Api-Key", secret).send();
    market.listing(developer);
    String wanted = "wanted-" + developer.email();
    http.post("/auth/email", json("email", wanted)).as(developer).send();
    http.post("/auth/forgot-password", json("email", developer.email())).send();
    SERVER.bean(OneTimeTokens.class).issue(PlayerId.of(developer.id()), Purpose.RESET_PASSWORD);
    SERVER
        .bean(ExternalIdentities.class)
        .insert(
            PlayerId.of(developer.id()),
            ExternalPerson.withoutEmail("google", developer.id(), Optional.empty()),
            SERVER.now());

    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode data = http.get("/me/export").as(developer).send().data();
              assertThat(data.propertyNames())
                  .containsExactlyInAnyOrder(
                      "account",
                      "emailChange",
                      "externalIdentities",
                      "sessions",
                      "secondFactor",
                      "refreshTokens",
                      "tokensSentByMail",
                      "mails",
                      "apiKeys",
                      "apiKeyUsage",
                      "keysOfTexts",
                      "erasureAsked",
                      "records",
                      "events");
              assertThat(data.path("emailChange").path("email").asString()).isEqualTo(wanted);
              assertThat(data.path("apiKeys").get(0).path("hints").asString())
                  .isEqualTo(secret.substring(0, 8));
              assertThat(data.path("mails").findValuesAsString("kind"))
                  .containsExactlyInAnyOrder("VERIFY_EMAIL", "RESET_PASSWORD");
              assertThat(data.path("tokensSentByMail").findValuesAsString("purpose"))
                  .contains("RESET_PASSWORD")
                  .hasSizeLessThanOrEqualTo(3);
              assertThat(data.path("refreshTokens").size()).isEqualTo(2);
              for (String section : List.of("externalIdentities", "apiKeyUsage", "keysOfTexts")) {
                assertThat(data.path(section).size()).as(section).isEqualTo(1);
              }
            });
  }

  @Test
  void exportContainsNoCredentials() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    String secret = market.apiKey(developer, "wallet:read").path("secret").asString();

    String exported = http.get("/me/export").as(developer).send().text();

    assertThat(exported)
        .contains("\"name\":\"mine\"")
        .doesNotContain(secret, "argon2", "ciphertext");
    assertThat(exported).doesNotContainIgnoringCase("hash").doesNotContainIgnoringCase("sealed");
  }

  @Test
  void exportContainsNothingAboutOthers() {
    TestPlayer other = SERVER.newPlayer();
    TestPlayer player = SERVER.newPlayer();

    assertThat(http.get("/me/export").as(player).send().text())
        .contains(player.email())
        .doesNotContain(other.id(), other.email(), other.username());
  }

  @Test
  void exportByAnAdminIsRecorded() {
    TestPlayer player = SERVER.newPlayer();

    HttpTestClient.Reply exported =
        http.get("/admin/players/" + player.id() + "/export").as(SERVER.admin()).send();

    assertThat(exported.data().path("account").path("email").asString()).isEqualTo(player.email());
    assertThat(
            http.get("/admin/events?order=desc&limit=20&type=PrivateDataViewed")
                .as(SERVER.admin())
                .send()
                .data()
                .toString())
        .contains("player/" + player.id() + "/export");
    assertProblem(
        http.get("/admin/players/" + UUID.randomUUID() + "/export").as(SERVER.admin()).send(),
        404,
        "PLAYER_NOT_FOUND");
  }

  @Test
  void exportRequiresARecentSignIn() {
    TestPlayer player = SERVER.newPlayer();
    sql.sql(
            "UPDATE auth.session SET authenticated_at = authenticated_at - interval '1 hour'"
                + " WHERE account_id = ?::uuid")
        .param(player.id())
        .update();

    assertProblem(http.get("/me/export").as(player).send(), 403, "STEP_UP_REQUIRED");
  }

  @Test
  void exportOfAnErasedPlayerIsRefused() {
    TestPlayer player = SERVER.newPlayer();
    http.delete("/me").as(player).keyed().send();

    Stream.of(
            http.get("/me/export").as(player).send(),
            http.get("/admin/players/" + player.id() + "/export").as(SERVER.admin()).send())
        .forEach(reply -> assertThat(reply.status()).isIn(401, 404));
  }
}
