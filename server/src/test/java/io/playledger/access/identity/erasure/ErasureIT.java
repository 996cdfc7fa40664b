package io.playledger.access.identity.erasure;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static io.playledger.server.TestMarket.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playledger.access.identity.following.ErasureTable;
import io.playledger.api.PersonalText;
import io.playledger.api.PersonalTexts;
import io.playledger.api.identity.ErasePlayer;
import io.playledger.api.identity.PlayerId;
import io.playledger.runtime.command.CommandRequest;
import io.playledger.runtime.command.Commands;
import io.playledger.server.Bank;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import io.playledger.web.problem.ApiProblem;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Erasure of persons: obstacles, deleted data, and crashes in between. */
class ErasureIT {

  private static final ServerUnderTest SERVER = ServerUnderTest.shared();
  private static final String REASON = json("reason", "asked for by letter");

  private final HttpTestClient http = SERVER.http();
  private final TestMarket market = new TestMarket(SERVER);
  private final JdbcClient sql = JdbcClient.create(SERVER.bean(DataSource.class));
  private final TestPlayer player = SERVER.newPlayer();

  @Test
  void erasedPlayerIsGoneAtOnceAndPermanently() {
    HttpTestClient.Reply erased = eraseMe(player, "");

    assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
    assertThat(erased.data().path("erased").asBoolean()).isTrue();
    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);
    assertProblem(logIn(player), 401, "CREDENTIALS_REJECTED");
    assertThat(
            http.get("/players/" + player.id())
                .as(SERVER.admin())
                .after(erased)
                .send()
                .data()
                .path("username")
                .asString())
        .isEqualTo("[erased]");
    assertProblem(
        http.post("/admin/players/" + player.id() + "/ban", REASON)
            .as(SERVER.admin())
            .keyed()
            .send(),
        404,
        "PLAYER_NOT_FOUND");
  }

  @Test
  void schemaAuthKeepsOnlyThatThePlayerWasErased() {
    SERVER.logIn(player.email(), TestPlayer.PASSWORD);
    assertThat(mentions(player)).containsKeys("account.id", "session.account_id");

    eraseMe(player, "");

    assertThat(mentions(player)).containsOnlyKeys("erasure.player", "person_key.person");
    assertThat(
            sql.sql(
                    "SELECT count(*) FROM auth.person_key"
                        + " WHERE person = ?::uuid AND wrapped IS NOT NULL")
                .param(player.id())
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void adminErasesAPlayer() {
    HttpTestClient.Reply erased = erase(player, REASON);

    assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);
    assertProblem(erase(player, REASON), 409, "PLAYER_ERASED");
    assertInvalid(erase(player, json("reason", " ")), "reason");
    TestPlayer nobody = new TestPlayer(UUID.randomUUID().toString(), "", "", "");
    assertProblem(erase(nobody, REASON), 404, "PLAYER_NOT_FOUND");
  }

  @Test
  void staffCannotBeErased() {
    TestPlayer auditor = SERVER.newPlayerWithRole("auditor");

    assertProblem(eraseMe(auditor, ""), 409, "STAFF_ROLE_HELD");
    assertThat(http.get("/auth/me").as(auditor).send().status()).isEqualTo(200);
  }

  @Test
  void balanceMustBeSpentOrGivenUpBeforeAnErasure() {
    market.credit(player, "USD", "12.50");
    HttpTestClient.Reply refused = eraseMe(player, "");

    assertProblem(refused, 409, "BALANCE_LEFT");
    assertThat(refused.details().path("USD").asString()).isEqualTo("12.50");
    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(200);
    assertThat(eraseMe(player, "?giveUpBalance=true").status()).isEqualTo(200);
    assertThat(
            sql.sql("SELECT posted FROM read_model.account_balance WHERE account = ?")
                .param("wallet:" + player.id())
                .query(Long.class)
                .single())
        .as("it stays in the books")
        .isEqualTo(1_250);
  }

  @Test
  void openTradesPreventAnErasure() {
    TestMarket.Trade trade = market.inEscrow();

    HttpTestClient.Reply buyer = eraseMe(trade.buyer(), "?giveUpBalance=true");
    assertProblem(buyer, 409, "MONEY_IN_MOTION");
    assertThat(buyer.details().path("trade/" + trade.id()).asString()).isEqualTo("FUNDED");
    assertProblem(eraseMe(trade.seller(), ""), 409, "MONEY_IN_MOTION");
    assertProblem(erase(trade.seller(), REASON), 409, "MONEY_IN_MOTION");
  }

  @Test
  void openHoldsPreventAnErasure() {
    market.credit(player, "GOLD", "10");
    assertThat(
            market
                .post(
                    "/wallet/holds",
                    player,
                    json(
                        "payee",
                        SERVER.newPlayer().id(),
                        "asset",
                        "GOLD",
                        "amount",
                        "5",
                        "purpose",
                        "a stake",
                        "expiresAt",
                        SERVER.now().plusSeconds(3_600).toString()))
                .status())
        .isEqualTo(201);

    assertProblem(eraseMe(player, "?giveUpBalance=true"), 409, "MONEY_IN_MOTION");
  }

  @Test
  void offersAndListingsOfAnErasedPlayerAreWithdrawn() {
    TestMarket.Trade trade = market.offered("250.00");
    String listing = market.listing(trade.buyer());

    HttpTestClient.Reply erased = eraseMe(trade.buyer(), "?giveUpBalance=true");

    assertThat(erased.status()).as(erased.toString()).isEqualTo(200);
    assertThat(
            http.get("/listings/" + listing).after(erased).send().data().path("status").asString())
        .isEqualTo("WITHDRAWN");
    assertThat(market.post(trade.path() + "/accept", trade.seller()).status()).isEqualTo(409);
  }

  @Test
  void nothingCanBeSentToAnErasedPlayer() {
    TestPlayer sender = SERVER.newPlayer();
    TestPlayer admin = SERVER.newPlayerWithRole("admin");
    market.credit(sender, "GOLD", "10");
    HttpTestClient.Reply erased = eraseMe(player, "");
    http.get("/players/" + player.id()).as(sender).after(erased).send();
    Bank bank = new Bank(SERVER);
    bank.head();
    String before = bank.deeds(sender, admin);
    String gold = "{\"asset\":\"GOLD\",\"amount\":\"1\",\"%s\":\"%s\"%s}";
    String transfer = gold.formatted("to", player.id(), "");

    assertProblem(market.post("/wallet/transfers", sender, transfer), 409, "WALLET_CLOSED");
    assertProblem(
        http.post("/wallet/transfers?dryRun=true", transfer).as(sender).send(),
        409,
        "WALLET_CLOSED");
    assertProblem(
        market.post(
            "/wallet/holds",
            sender,
            gold.formatted(
                "payee",
                player.id(),
                ",\"expiresAt\":\"" + SERVER.now().plusSeconds(3_600) + "\"")),
        409,
        "WALLET_CLOSED");
    assertProblem(
        market.post(
            "/admin/wallets/" + player.id() + "/credits",
            admin,
            gold.formatted("reason", "for a test", "")),
        409,
        "WALLET_CLOSED");
    assertProblem(
        market.post(
            "/scores/update", admin, "{\"playerId\":\"%s\",\"delta\":5}".formatted(player.id())),
        409,
        "PLAYER_ERASED");
    assertThat(bank.deeds(sender, admin)).as("nothing was written").isEqualTo(before);
  }

  @Test
  void erasureRequiresARecentSignIn() {
    sql.sql(
            "UPDATE auth.session SET authenticated_at = authenticated_at - interval '1 hour'"
                + " WHERE account_id = ?::uuid")
        .param(player.id())
        .update();

    assertProblem(eraseMe(player, ""), 403, "STEP_UP_REQUIRED");
    assertThat(eraseMe(SERVER.logIn(player.email(), TestPlayer.PASSWORD), "").status())
        .isEqualTo(200);
  }

  @Test
  void textsAreUnreadableEvenIfTheKeyWasCached() {
    PersonalTexts texts = SERVER.bean(PersonalTexts.class);
    UUID person = UUID.fromString(player.id());
    PersonalText text = texts.protect(person, "hardly used");
    assertThat(texts.reveal(text)).hasValue("hardly used");

    eraseMe(player, "");

    assertThat(texts.reveal(text)).isEmpty();
    assertThatThrownBy(() -> texts.protect(person, "one more word"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("erased");
  }

  @Test
  void interruptedErasureIsCompleted() {
    eventAlone(player);
    assertThat(http.get("/auth/me").as(player).send().status()).as("as if killed").isEqualTo(200);

    SERVER.bean(ErasureUpkeep.class).finish(SERVER.now().plusSeconds(1));

    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);
    assertThat(mentions(player)).containsOnlyKeys("erasure.player", "person_key.person");
  }

  @Test
  void interruptedErasureIsCompletedByARepeat() {
    eventAlone(player);

    assertProblem(erase(player, REASON), 409, "PLAYER_ERASED");

    assertThat(mentions(player)).containsOnlyKeys("erasure.player", "person_key.person");
  }

  @Test
  void rejectedErasureIsNotExecutedLater() {
    SERVER.bean(ErasureTable.class).asked(new PlayerId(UUID.fromString(player.id())), SERVER.now());

    SERVER.bean(ErasureUpkeep.class).finish(SERVER.now().plusSeconds(1));

    assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(200);
  }

  @Test
  void erasureEndsApiKeys() {
    TestPlayer developer = SERVER.newPlayerWithRole("developer");
    String key = market.apiKey(developer, "wallet:read").path("secret").asString();
    assertThat(http.get("/wallet").header("X-Api-Key", key).send().status()).isEqualTo(200);

    assertThat(eraseMe(developer, "").status()).isEqualTo(200);

    assertThat(http.get("/wallet").header("X-Api-Key", key).send().status()).isEqualTo(401);
  }

  /** What a server stores that is killed between the event and the end of the account. */
  private void eventAlone(TestPlayer whom) {
    PlayerId id = new PlayerId(UUID.fromString(whom.id()));
    SERVER.bean(ErasureTable.class).asked(id, SERVER.now());
    SERVER
        .bean(Commands.class)
        .send(CommandRequest.unkeyed(new ErasePlayer(id, null, SERVER.now()), Map.of()));
  }

  /** Columns of the schema that hold the player's id, with how often. */
  private Map<String, Long> mentions(TestPlayer whom) {
    Map<String, Long> mentions = new TreeMap<>();
    sql.sql(
            "SELECT table_name, column_name FROM information_schema.columns"
                + " WHERE table_schema = 'auth' AND data_type IN ('uuid', 'text')")
        .query((row, number) -> new String[] {row.getString(1), row.getString(2)})
        .list()
        .forEach(
            column -> {
              long rows =
                  sql.sql(
                          "SELECT count(*) FROM auth.%s WHERE \"%s\"::text LIKE '%%' || ? || '%%'"
                              .formatted(column[0], column[1]))
                      .param(whom.id())
                      .query(Long.class)
                      .single();
              if (rows > 0 && !column[0].equals("rate_count")) {
                mentions.put(column[0] + "." + column[1], rows);
              }
            });
    return mentions;
  }

  private HttpTestClient.Reply eraseMe(TestPlayer whom, String query) {
    return http.delete("/me" + query).as(whom).keyed().send();
  }

  private HttpTestClient.Reply erase(TestPlayer whom, String body) {
    return http.post("/admin/players/" + whom.id() + "/erase", body)
        .as(SERVER.admin())
        .keyed()
        .send();
  }

  private HttpTestClient.Reply logIn(TestPlayer whom) {
    return http.post("/auth/login", json("email", whom.email(), "password", TestPlayer.PASSWORD))
        .send();
  }
}
