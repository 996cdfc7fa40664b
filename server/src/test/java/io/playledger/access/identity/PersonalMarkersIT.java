package io.playledger.access.identity;

import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A player uses the platform with texts that occur nowhere else, and is erased. Afterwards the
 * texts are found nowhere: in no table of any schema, snapshot, saga, dead letter, log or reply.
 * Before, they are found where they belong, which proves the search.
 */
@Isolated("reads the log of this JVM, which another start would take away")
class PersonalMarkersIT {

  private static final String EMAIL = "qzmailv7x41";
  private static final String USERNAME = "QzNamev7x42";
  private static final String DESCRIPTION = "qzdescv7x43";
  private static final String STATEMENT = "qzstatv7x44";
  private static final String COMMENT = "qzcommv7x45";
  private static final String FORCED_GAME = "forced-letter";

  private static HeardLog log;
  private static ServerUnderTest server;
  private static JdbcClient sql;
  private static HttpTestClient http;
  private static TestMarket market;

  @BeforeAll
  static void start() {
    server = ServerUnderTest.startFresh("--playledger.erasure.period=1s");
    log = new HeardLog();
    sql = JdbcClient.create(server.bean(DataSource.class));
    http = server.http();
    market = new TestMarket(server);
  }

  @AfterAll
  static void stop() {
    log.close();
    server.close();
  }

  @Test
  void searchFindsEveryEncodingOfAMarker() {
    sql.sql("CREATE SCHEMA scratch").update();
    sql.sql("CREATE TABLE scratch.spelt (plain text, raw bytea, encoded text)").update();
    sql.sql("INSERT INTO scratch.spelt (plain) VALUES ('it is SPELTv7x46')").update();
    assertThat(spelt()).containsOnlyKeys("scratch.spelt");
    sql.sql("UPDATE scratch.spelt SET plain = NULL, raw = convert_to('-speltv7x46', 'UTF8')")
        .update();
    assertThat(spelt()).containsOnlyKeys("scratch.spelt");
    for (String prefix : new String[] {"", "a", "ab"}) {
      sql.sql(
              "UPDATE scratch.spelt SET raw = NULL,"
                  + " encoded = encode(convert_to(? || 'Speltv7x46 and more', 'UTF8'), 'base64')")
          .param(prefix)
          .update();
      assertThat(spelt()).as("%s before it", prefix).containsOnlyKeys("scratch.spelt");
    }
    sql.sql("UPDATE scratch.spelt SET raw = convert_to(encoded, 'UTF8'), encoded = NULL").update();
    assertThat(spelt()).containsOnlyKeys("scratch.spelt");
    sql.sql("DROP SCHEMA scratch CASCADE").update();
    assertThat(spelt()).isEmpty();
  }

  private static Map<String, Set<String>> spelt() {
    return new MarkerSearch(server.bean(DataSource.class), "Speltv7x46").tables().found();
  }

  @Test
  void erasedPersonIsFoundNowhere() {
    TestPlayer person = registered();
    String escrow = live(person);
    forceADeadLetter(person);
    forceASnapshot(person);
    sql.sql("ANALYZE").update();

    Map<String, Set<String>> before = search(person.id(), escrow);
    assertThat(before)
        .containsEntry("auth.account", Set.of(USERNAME))
        .containsEntry("read_model.player", Set.of(USERNAME))
        .containsEntry("read_model.listing", Set.of(DESCRIPTION))
        .containsEntry("/admin/mail-outbox", Set.of(EMAIL, USERNAME))
        .containsEntry("/escrows/timeline", Set.of(STATEMENT))
        .containsEntry("/players/reviews", Set.of(COMMENT, USERNAME))
        .containsKey("pg_catalog.pg_statistic")
        .doesNotContainKeys("axon.dead_letter", "axon.saga_entry", "event_store.snapshots", "log");
    assertThat(log.lines()).as("the log is heard").anyMatch(line -> line.contains("forced"));
    assertThat(before.keySet())
        .as("the log and its answers never hold them")
        .noneMatch(place -> place.startsWith("event_store.") || place.startsWith("/admin/events"));
    JsonNode trialBalance = answered("/admin/audit/trial-balance");
    Map<String, Object> wallet = wallet(person);

    HttpTestClient.Reply erased = http.delete("/me?giveUpBalance=true").as(person).keyed().send();
    assertThat(erased.status()).as(erased.toString()).isEqualTo(200);

    // the read tables, and PostgreSQL's samples of them, follow in a moment
    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(() -> assertThat(search(person.id(), escrow)).isEmpty());
    assertThat(http.get("/auth/me").as(person).send().status()).isEqualTo(401);
    retryTheDeadLetter();
    Stream.of("identity", "market", "escrow", "feed").forEach(PersonalMarkersIT::rebuild);
    assertThat(search(person.id(), escrow)).as("after a rebuild").isEmpty();
    assertThat(answered("/admin/audit/trial-balance").path("totals"))
        .isEqualTo(trialBalance.path("totals"));
    assertThat(wallet(person)).isEqualTo(wallet);
    JsonNode chain = answered("/admin/audit/chain?restart=true");
    assertThat(chain.path("complete").asBoolean()).as(chain.toString()).isTrue();
    assertThat(registered().id()).as("name and address are free again").isNotEqualTo(person.id());
  }

  private static Map<String, Set<String>> search(String person, String escrow) {
    MarkerSearch search =
        new MarkerSearch(
                server.bean(DataSource.class), EMAIL, USERNAME, DESCRIPTION, STATEMENT, COMMENT)
            .tables();
    log.lines().forEach(line -> search.text("log", line));
    answer(search, "/admin/mail-outbox", "?limit=200");
    answer(search, "/admin/dead-letters", "");
    answer(search, "/escrows/timeline", "", "/escrows/" + escrow + "/timeline");
    answer(search, "/players/reviews", "", "/players/" + seller(escrow) + "/reviews");
    answer(search, "/players", "", "/players/" + person);
    answer(search, "/listings", "", "/listings?q=" + DESCRIPTION);
    String cursor = "";
    do {
      JsonNode page = http.get("/admin/events?limit=500" + cursor).as(server.admin()).send().json();
      search.text("/admin/events", page.toString());
      JsonNode next = page.path("pagination").path("nextCursor");
      cursor = next.isString() ? "&cursor=" + next.asString() : "";
    } while (!cursor.isEmpty());
    return search.found();
  }

  private static void answer(MarkerSearch search, String name, String query) {
    answer(search, name, query, name);
  }

  private static void answer(MarkerSearch search, String name, String query, String path) {
    HttpTestClient.Reply reply = http.get(path + query).as(server.admin()).send();
    search.text(name, reply.status() == 404 ? "" : reply.data().toString());
  }

  private static String seller(String escrow) {
    return sql.sql("SELECT seller::text FROM read_model.escrow WHERE id = ?::uuid")
        .param(escrow)
        .query(String.class)
        .single();
  }

  private static TestPlayer registered() {
    HttpTestClient.Reply registered =
        http.post(
                "/auth/register",
                json(
                    "email",
                    EMAIL + "@example.org",
                    "username",
                    USERNAME,
                    "password",
                    TestPlayer.PASSWORD))
            .keyed()
            .send();
    assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
    // until the mail is written it does not say to whom
    await()
        .atMost(TestMarket.PATIENCE)
        .until(() -> answered("/admin/mail-outbox?limit=200").toString().contains(EMAIL));
    return server.logIn(EMAIL + "@example.org", TestPlayer.PASSWORD);
  }

  /** Sells something, and buys something that becomes a dispute; the answer is its escrow. */
  private static String live(TestPlayer person) {
    done(
        201,
        market.post(
            "/listings",
            person,
            json(
                "gameId",
                "questlands",
                "itemName",
                "A lamp",
                "description",
                "it shines, says " + DESCRIPTION,
                "asset",
                "USD",
                "price",
                "5.00")));
    market.credit(person, "USD", "250.00");
    TestMarket.Trade trade = market.inEscrow(market.offered(server.newPlayer(), person));
    done(200, market.post(trade.path() + "/deliver", trade.seller(), json("proof", "at the gate")));
    done(201, market.post(trade.escrowPath() + "/dispute", person, json("reason", STATEMENT)));
    done(
        201,
        market.post(
            trade.escrowPath() + "/evidence", person, json("statement", "look: " + STATEMENT)));
    done(
        201,
        market.post(
            trade.disputePath() + "/resolve",
            server.newPlayerWithRole("moderator"),
            json("ruling", "release", "reason", "the screenshots tell")));
    market.awaitTrade(trade, "COMPLETED");
    done(
        201,
        market.post(
            trade.path() + "/review", person, "{\"rating\":1,\"comment\":\"" + COMMENT + "\"}"));
    return trade.id();
  }

  /** PostgreSQL refuses the row, and would quote it. */
  private static void forceADeadLetter(TestPlayer person) {
    sql.sql(
            "ALTER TABLE read_model.listing ADD CONSTRAINT forced CHECK (game_id <> '"
                + FORCED_GAME
                + "')")
        .update();
    done(
        201,
        market.post(
            "/listings",
            person,
            json(
                "gameId",
                FORCED_GAME,
                "itemName",
                "A lamp",
                "description",
                DESCRIPTION,
                "asset",
                "USD",
                "price",
                "5.00")));
    JsonNode letters =
        await()
            .atMost(TestMarket.PATIENCE)
            .until(() -> answered("/admin/dead-letters"), found -> found.size() == 1);
    assertThat(letters.get(0).path("cause").asString()).contains("forced");
    sql.sql("ALTER TABLE read_model.listing DROP CONSTRAINT forced").update();
  }

  private static void retryTheDeadLetter() {
    String letter = answered("/admin/dead-letters").get(0).path("id").asString();
    HttpTestClient.Reply retried =
        http.post("/admin/dead-letters/" + letter + "/retry", "{}").as(server.admin()).send();
    assertThat(retried.data().path("handled").asBoolean()).as(retried.toString()).isTrue();
  }

  private static void forceASnapshot(TestPlayer person) {
    int credits = 0;
    while (snapshots(person) == 0 && credits++ < 500) {
      market.credit(person, "GOLD", "1");
    }
    await().atMost(TestMarket.PATIENCE).until(() -> snapshots(person) > 0);
  }

  private static long snapshots(TestPlayer person) {
    return sql.sql("SELECT count(*) FROM event_store.snapshots WHERE aggregate_id LIKE ?")
        .param("%" + person.id())
        .query(Long.class)
        .single();
  }

  private static Map<String, Object> wallet(TestPlayer person) {
    return sql.sql(
            "SELECT jsonb_object_agg(asset, posted)::text AS balances"
                + " FROM read_model.account_balance WHERE account = ?")
        .param("wallet:" + person.id())
        .query()
        .singleRow();
  }

  private static void rebuild(String projection) {
    HttpTestClient.Reply started =
        http.post(
                "/admin/processors/projections." + projection + "/rebuild?verifyOnly=false",
                json("reason", "for a test"))
            .as(server.admin())
            .send();
    String path = "/admin/rebuilds/" + started.data().path("rebuildId").asString();
    JsonNode rebuilt =
        await()
            .atMost(TestMarket.PATIENCE)
            .until(() -> answered(path), found -> !found.path("endedAt").isNull());
    assertThat(rebuilt.path("equal").asBoolean()).as(rebuilt.toString()).isTrue();
  }

  private static JsonNode answered(String path) {
    return http.get(path).as(server.admin()).send().data();
  }

  private static void done(int status, HttpTestClient.Reply reply) {
    assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
  }
}
