package io.playledger.server.identity.oauth;

import static io.playledger.server.Problems.assertInvalid;
import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.playledger.othersite.StandInSite;
import io.playledger.othersite.StandInSite.Lie;
import io.playledger.othersite.StandInSite.Person;
import io.playledger.postgres.PostgresDatabase;
import io.playledger.postgres.TemporaryPostgres;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.net.URI;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Signing in through another site that speaks the real protocol over HTTP. */
class OAuthSignInIT {

  private static final String FRONT_END = "https://play.example.org/signed-in";
  private static final String OTHER_FRONT_END = "https://app.example.org/in?from=playledger";
  private static final Pattern RESET_TOKEN = Pattern.compile("plp_[A-Za-z0-9_-]{43}");

  private static StandInSite site;
  private static ServerUnderTest server;
  private static JdbcClient database;

  private final HttpTestClient http = server.http();
  private final TestBrowser browser = new TestBrowser(http, site);
  private final Person ann = Person.named("Ann Bonny");

  @BeforeAll
  static void start() {
    site = new StandInSite();
    PostgresDatabase postgres = TemporaryPostgres.durable().newDatabase();
    List<String> settings = new ArrayList<>(site.settings());
    settings.addAll(
        List.of(
            "--playledger.database-url=" + postgres.jdbcUrl(),
            "--playledger.database-user=" + postgres.user(),
            "--playledger.database-password=" + postgres.password(),
            "--playledger.identity.oauth.callback-base=https://play.example.org/",
            "--playledger.identity.oauth.front-ends=" + FRONT_END + "," + OTHER_FRONT_END,
            "--playledger.identity.oauth.timeout=8s"));
    server =
        ServerUnderTest.start(ServerUnderTest.temporaryFolder(), settings.toArray(String[]::new));
    database = JdbcClient.create(server.bean(DataSource.class));
  }

  @AfterAll
  static void stop() {
    server.close();
    site.close();
  }

  @Nested
  class TheWayThereAndBack {

    @ParameterizedTest
    @ValueSource(strings = {"google", "discord", "epic"})
    void makesAnAccountAndLeadsBackToIt(String provider) {
      HttpTestClient.Reply first = browser.signIn(provider, ann);
      assertThat(first.status()).as(first.toString()).isEqualTo(200);
      String token = first.data().path("accessToken").asString();

      JsonNode me = http.get("/auth/me").token(token).send().data();
      assertThat(me.path("username").asString()).startsWith("Ann-Bonny");
      assertThat(me.path("emailVerified").asBoolean()).isEqualTo(!provider.equals("epic"));
      assertThat(me.path("email").asString("none"))
          .isEqualTo(provider.equals("epic") ? "none" : ann.email());
      await()
          .atMost(TestMarket.PATIENCE)
          .until(() -> http.get("/wallet").token(token).send().status(), status -> status == 200);
      assertThat(playerOf(new TestBrowser(http, site).signIn(provider, ann)))
          .isEqualTo(playerOf(first));
    }

    @Test
    void begins() {
      HttpTestClient.Reply reply = browser.open("/auth/google?challenge=" + browser.challenge());
      URI request = TestBrowser.location(reply);

      assertThat(TestBrowser.parameter(request, "code_challenge")).hasSize(43);
      assertThat(TestBrowser.parameter(request, "code_challenge_method")).isEqualTo("S256");
      assertThat(TestBrowser.parameter(request, "nonce")).hasSize(43);
      assertThat(TestBrowser.parameter(request, "state")).startsWith("plj_");
      assertThat(TestBrowser.parameter(request, "redirect_uri"))
          .isEqualTo("https://play.example.org/api/v1/auth/google/callback");
      assertThat(reply.header("Cache-Control")).hasValue("no-store");
      assertThat(reply.header("Set-Cookie").orElseThrow())
          .startsWith("__Host-playledger-journey=plw_")
          .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600")
          .doesNotContain("Domain");
    }

    @Test
    void leadsToTheFrontEndThatWasAskedFor() {
      URI request =
          TestBrowser.location(
              browser.open(
                  "/auth/google?challenge="
                      + browser.challenge()
                      + "&frontEnd=https%3A%2F%2Fapp.example.org%2Fin%3Ffrom%3Dplayledger"));
      URI frontEnd = TestBrowser.location(browser.comeBack(site.authorise(request, ann)));

      assertThat(frontEnd.toString()).startsWith(OTHER_FRONT_END + "&code=plo_");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "https://evil.example.org/",
          "https://play.example.org/signed-in/../other",
          "https://play.example.org/signed-in@evil.example.org",
          "//evil.example.org",
          "/signed-in",
          "javascript:alert(1)"
        })
    void leadsNowhereElse(String frontEnd) {
      assertInvalid(
          browser.open("/auth/google?challenge=" + browser.challenge() + "&frontEnd=" + frontEnd),
          "frontEnd");
    }

    @Test
    void needsTheChallengeOfAFrontEnd() {
      assertInvalid(browser.open("/auth/google"), "challenge");
      assertInvalid(browser.open("/auth/google?challenge=short"), "challenge");
    }

    @Test
    void leadsToNoSiteThatIsNotConfigured() {
      assertProblem(browser.open("/auth/nobody"), 404, "NOT_FOUND");
      assertProblem(browser.open("/auth/nobody/callback?code=a&state=b"), 404, "NOT_FOUND");
    }

    @Test
    void keepsNoSecretInTheOpen() {
      browser.begin("google");
      String rows =
          database
              .sql("SELECT encode(sealed, 'escape') FROM auth.sign_in_step")
              .query(String.class)
              .list()
              .toString();

      assertThat(rows).isNotEqualTo("[]").doesNotContain("nonce", "code_verifier", "google");
    }
  }

  @Nested
  class TheState {

    @Test
    void countsOnce() {
      URI callback = site.authorise(browser.begin("google"), ann);
      TestBrowser.code(TestBrowser.location(browser.comeBack(callback)));

      assertProblem(browser.comeBack(callback), 422, "JOURNEY_REJECTED");
    }

    @Test
    void countsInItsBrowserAlone() {
      URI callback = site.authorise(browser.begin("google"), ann);
      TestBrowser other = new TestBrowser(http, site);
      assertProblem(other.comeBack(callback), 422, "JOURNEY_REJECTED");

      URI another = site.authorise(browser.begin("google"), ann);
      other.begin("google");
      assertProblem(other.comeBack(another), 422, "JOURNEY_REJECTED");
    }

    @Test
    void countsForTenMinutes() {
      URI callback = site.authorise(browser.begin("google"), ann);
      expireSteps();

      assertProblem(browser.comeBack(callback), 422, "JOURNEY_REJECTED");
    }

    @Test
    void countsForItsSite() {
      URI callback = site.authorise(browser.begin("google"), ann);
      URI elsewhere = URI.create(callback.toString().replace("/google/", "/discord/"));

      assertProblem(browser.comeBack(elsewhere), 422, "JOURNEY_REJECTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?code=a", "?code=a&state=", "?code=a&state=plj_x", "?state=1&code=a"})
    void isNotInvented(String query) {
      browser.begin("google");

      assertProblem(browser.open("/auth/google/callback" + query), 422, "JOURNEY_REJECTED");
    }

    @Test
    void isNotThereTwice() {
      URI callback = site.authorise(browser.begin("google"), ann);

      assertInvalid(browser.comeBack(URI.create(callback + "&code=another")), "query");
    }

    @Test
    void isKeptForEachTab() {
      URI one = site.authorise(browser.begin("google"), ann);
      URI other = site.authorise(browser.begin("discord"), ann);

      assertThat(TestBrowser.code(TestBrowser.location(browser.comeBack(one)))).isNotBlank();
      assertThat(TestBrowser.code(TestBrowser.location(browser.comeBack(other)))).isNotBlank();
    }
  }

  @Nested
  class TheCode {

    @Test
    void countsOnce() {
      String code = TestBrowser.code(browser.travel("google", ann));
      assertThat(browser.exchange(code).status()).isEqualTo(200);

      assertProblem(browser.exchange(code), 422, "TOKEN_REJECTED");
    }

    @Test
    void countsForWhoeverBegan() {
      String code = TestBrowser.code(browser.travel("google", ann));
      assertProblem(browser.exchange(code, null), 422, "TOKEN_REJECTED");

      String another = TestBrowser.code(browser.travel("google", ann));
      assertProblem(new TestBrowser(http, site).exchange(another), 422, "TOKEN_REJECTED");
      assertThat(isTaken(ann.email())).isFalse();
    }

    @Test
    void countsForAMinute() {
      String code = TestBrowser.code(browser.travel("google", ann));
      expireSteps();

      assertProblem(browser.exchange(code), 422, "TOKEN_REJECTED");
    }

    @Test
    void isNotInventedAndNoOtherToken() {
      assertProblem(browser.exchange("plo_" + "A".repeat(43)), 422, "TOKEN_REJECTED");
      URI request = browser.begin("google");
      assertProblem(
          browser.exchange(TestBrowser.parameter(request, "state")), 422, "TOKEN_REJECTED");
    }
  }

  @Nested
  class TheSite {

    @ParameterizedTest
    @EnumSource(Lie.class)
    void isNotBelievedWhereItsTokenIsWrong(Lie lie) {
      assertThat(TestBrowser.parameter(browser.travel("google", ann.lying(lie)), "error"))
          .isEqualTo("PROVIDER_REJECTED");
      assertThat(isTaken(ann.email())).isFalse();
    }

    @Test
    void takesNoCodeOfAnotherJourney() {
      URI mine = site.authorise(browser.begin("google"), ann);
      URI injected = site.authorise(browser.begin("google"), Person.named("Somebody else"));
      URI mixed =
          URI.create(
              "https://play.example.org/api/v1/auth/google/callback?code="
                  + TestBrowser.parameter(injected, "code")
                  + "&state="
                  + TestBrowser.parameter(mine, "state"));

      assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(mixed)), "error"))
          .isEqualTo("PROVIDER_REJECTED");
    }

    @Test
    void takesNoCodeTwice() {
      URI mine = site.authorise(browser.begin("discord"), ann);
      TestBrowser.code(TestBrowser.location(browser.comeBack(mine)));
      String state = TestBrowser.parameter(browser.begin("discord"), "state");
      URI again =
          URI.create(
              "https://play.example.org/api/v1/auth/discord/callback?code="
                  + TestBrowser.parameter(mine, "code")
                  + "&state="
                  + state);

      assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(again)), "error"))
          .isEqualTo("PROVIDER_REJECTED");
    }

    @Test
    void maySayNo() {
      String state = TestBrowser.parameter(browser.begin("google"), "state");
      URI denied =
          TestBrowser.location(
              browser.open("/auth/google/callback?error=access_denied&state=" + state));

      assertThat(denied.toString()).isEqualTo(FRONT_END + "?error=PROVIDER_DENIED");
      assertProblem(
          browser.open("/auth/google/callback?code=a&state=" + state), 422, "JOURNEY_REJECTED");
    }

    @Test
    void maySayNothing() {
      String state = TestBrowser.parameter(browser.begin("google"), "state");

      assertThat(
              TestBrowser.location(browser.open("/auth/google/callback?state=" + state)).toString())
          .isEqualTo(FRONT_END + "?error=PROVIDER_DENIED");
    }

    @Test
    void mayBeDown() {
      URI callback = site.authorise(browser.begin("google"), ann);
      site.breakDown();
      try {
        assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(callback)), "error"))
            .isEqualTo("UNAVAILABLE");
      } finally {
        site.recover();
      }
    }

    @Test
    void mayHangWithoutHoldingUsUp() {
      URI callback = site.authorise(browser.begin("discord"), ann);
      site.fallSilent();
      try {
        assertThat(TestBrowser.parameter(TestBrowser.location(browser.comeBack(callback)), "error"))
            .as("answered while the site still says nothing")
            .isEqualTo("UNAVAILABLE");
      } finally {
        site.recover();
      }
    }
  }

  @Nested
  class TheAccount {

    private final TestPlayer player = server.newPlayer();

    @Test
    void thatHasProvedTheSameAddressIsEntered() {
      verifyEmail(player);
      HttpTestClient.Reply entered = browser.signIn("google", ann.withEmail(player.email(), true));

      assertThat(playerOf(entered)).isEqualTo(player.id());
      assertThat(credentialChanges(player.id())).contains("IDENTITY_LINKED");
    }

    @Test
    void isNotEnteredByAnAddressThatTheSiteHasNotProved() {
      verifyEmail(player);
      HttpTestClient.Reply refused =
          browser.signIn("discord", ann.withEmail(player.email(), false));

      assertProblem(refused, 409, "IDENTITY_NOT_LINKED");
      assertThat(refused.details().path("emailVerifiedByProvider").asString()).isEqualTo("false");
    }

    /** Somebody registers a stranger's address and waits for the stranger. */
    @Test
    void thatAnotherMadeBeforehandIsNotTheNewcomers() {
      Person owner = ann.withEmail(player.email(), true);
      assertProblem(browser.signIn("google", owner), 409, "IDENTITY_NOT_LINKED");
      assertProblem(
          link(player, Person.named("The attacker"), "discord"), 409, "EMAIL_NOT_VERIFIED");

      http.post("/auth/forgot-password", TestMarket.json("email", player.email())).send();
      resetPassword(player.email(), "Another-horse-8");
      assertThat(http.get("/auth/me").as(player).send().status())
          .as("whoever made the account is out")
          .isEqualTo(401);
      assertProblem(logIn(player.email(), TestPlayer.PASSWORD), 401, "CREDENTIALS_REJECTED");
      assertThat(playerOf(browser.signIn("google", owner))).isEqualTo(player.id());
    }

    @Test
    void withASecondFactorAsksForIt() {
      byte[] secret = enrol();
      verifyEmail(player);
      Person known = ann.withEmail(player.email(), true);
      HttpTestClient.Reply first = browser.signIn("google", known);
      assertProblem(first, 401, "SECOND_FACTOR_NEEDED");

      database
          .sql("UPDATE auth.second_factor SET last_step = 0 WHERE account_id = ?::uuid")
          .param(player.id())
          .update();
      HttpTestClient.Reply second =
          http.post(
                  "/auth/login/second-factor",
                  TestMarket.json(
                      "challenge",
                      first.details().path("challenge").asString(),
                      "code",
                      codeOf(secret)))
              .send();
      assertThat(playerOf(second)).isEqualTo(player.id());
      assertThat(
              database
                  .sql("SELECT array_to_string(methods, ' ') FROM auth.session WHERE id = ?::uuid")
                  .param(second.data().path("sessionId").asString())
                  .query(String.class)
                  .single())
          .isEqualTo("fed otp mfa");
    }

    @Test
    void withoutAPasswordEnrolsASecondFactorAfterASignInOfLate() {
      TestPlayer newcomer = in(browser.signIn("google", ann));
      assertThat(http.post("/auth/mfa/enrol", "{}").as(newcomer).send().status()).isEqualTo(200);
      signedInLongAgo(newcomer);

      assertProblem(
          http.post("/auth/mfa/enrol", "{}").as(newcomer).send(), 403, "STEP_UP_REQUIRED");
    }

    @Test
    void thatIsBannedStaysOut() {
      String id = playerOf(browser.signIn("google", ann));
      http.post("/admin/players/" + id + "/ban", TestMarket.json("reason", "for a test"))
          .as(server.admin())
          .keyed()
          .send();

      assertProblem(browser.signIn("google", ann), 403, "ACCOUNT_BANNED");
    }

    @Test
    void isOneForSeveralBrowsersAtOnce() throws Exception {
      List<Callable<String>> entries = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        entries.add(() -> playerOf(new TestBrowser(http, site).signIn("google", ann)));
      }
      Set<String> players = new HashSet<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
        for (Future<String> entry : threads.invokeAll(entries)) {
          players.add(entry.get());
        }
      }

      assertThat(players).hasSize(1);
      assertThat(isTaken(ann.email())).isTrue();
    }

    private byte[] enrol() {
      byte[] secret =
          new Base32()
              .decode(
                  http.post("/auth/mfa/enrol", TestMarket.json("password", TestPlayer.PASSWORD))
                      .as(player)
                      .send()
                      .data()
                      .path("secret")
                      .asString());
      assertThat(
              http.post("/auth/mfa/confirm", TestMarket.json("code", codeOf(secret)))
                  .as(player)
                  .send()
                  .status())
          .isEqualTo(200);
      return secret;
    }

    private String codeOf(byte[] secret) {
      try {
        return new TimeBasedOneTimePasswordGenerator()
            .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), Instant.now());
      } catch (InvalidKeyException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Nested
  class Linking {

    private final TestPlayer player = server.newPlayer();

    @Test
    void addsAWayIn() {
      verifyEmail(player);
      HttpTestClient.Reply linked = link(player, ann, "discord");
      assertThat(linked.status()).as(linked.toString()).isEqualTo(201);

      JsonNode identity = http.get("/auth/identities").as(player).send().data().get(0);
      assertThat(identity.path("provider").asString()).isEqualTo("discord");
      assertThat(identity.path("providerId").asString()).isEqualTo(ann.subject());
      assertThat(playerOf(browser.signIn("discord", ann))).isEqualTo(player.id());
    }

    @Test
    void isDoneByTheSessionThatBegan() {
      verifyEmail(player);
      TestPlayer stranger = server.newPlayer();
      verifyEmail(stranger);
      String code = linkingCode(player, ann, "discord");

      assertProblem(
          http.post("/auth/identities", TestMarket.json("code", code)).as(stranger).send(),
          422,
          "TOKEN_REJECTED");
      TestPlayer elsewhere = server.logIn(player.email(), TestPlayer.PASSWORD);
      assertProblem(
          http.post(
                  "/auth/identities", TestMarket.json("code", linkingCode(player, ann, "discord")))
              .as(elsewhere)
              .send(),
          422,
          "TOKEN_REJECTED");
    }

    @Test
    void isNotSigningInNorTheOtherWayRound() {
      verifyEmail(player);
      assertProblem(browser.exchange(linkingCode(player, ann, "discord")), 422, "TOKEN_REJECTED");
      String code = TestBrowser.code(browser.travel("discord", ann));
      assertProblem(
          http.post("/auth/identities", TestMarket.json("code", code)).as(player).send(),
          422,
          "TOKEN_REJECTED");
    }

    @Test
    void takesNothingFromAnother() {
      verifyEmail(player);
      browser.signIn("discord", ann);

      assertProblem(link(player, ann, "discord"), 409, "IDENTITY_TAKEN");
    }

    @Test
    void beginsWithATicketThatCountsOnceAndForItsSite() {
      String ticket = ticket(player, "discord");
      assertProblem(browser.open("/auth/google?ticket=" + ticket), 422, "JOURNEY_REJECTED");
      String another = ticket(player, "discord");
      TestBrowser.location(browser.open("/auth/discord?ticket=" + another));
      assertProblem(browser.open("/auth/discord?ticket=" + another), 422, "JOURNEY_REJECTED");
    }

    @Test
    void needsASignInOfLate() {
      signedInLongAgo(player);

      assertProblem(
          http.post("/auth/identities/google", "{}").as(player).send(), 403, "STEP_UP_REQUIRED");
    }
  }

  @Nested
  class Unlinking {

    @Test
    void leavesTheLastWayIn() {
      TestPlayer player = in(browser.signIn("google", ann));

      assertProblem(unlinkFirst(player), 409, "LAST_WAY_IN");
      assertThat(playerOf(browser.signIn("google", ann))).isEqualTo(player.id());
    }

    @Test
    void takesOneOfTwoAndEndsOtherSessions() {
      TestPlayer player = in(browser.signIn("epic", ann));
      TestPlayer elsewhere = in(browser.signIn("epic", ann));
      assertThat(link(player, Person.named("Ann elsewhere"), "discord").status()).isEqualTo(201);

      assertThat(unlinkFirst(player).status()).isEqualTo(200);
      assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(200);
      assertThat(http.get("/auth/me").as(elsewhere).send().status()).isEqualTo(401);
      assertThat(playerOf(browser.signIn("epic", ann)))
          .as("whoever comes now is somebody new")
          .isNotEqualTo(player.id());
    }

    @Test
    void doesNotKeepOutWhoBringsTheProvedAddressOfTheAccount() {
      TestPlayer player = in(browser.signIn("google", ann));
      link(player, Person.named("Ann elsewhere"), "discord");
      assertThat(unlinkFirst(player).status()).isEqualTo(200);

      assertThat(playerOf(browser.signIn("google", ann))).isEqualTo(player.id());
    }

    @Test
    void isDoneByTwoAtOnceForOneOfTheTwo() throws Exception {
      TestPlayer player = in(browser.signIn("epic", ann));
      link(player, Person.named("Ann elsewhere"), "discord");
      List<Callable<Integer>> both = new ArrayList<>();
      http.get("/auth/identities")
          .as(player)
          .send()
          .data()
          .forEach(
              identity -> both.add(() -> unlink(player, identity.path("id").asString()).status()));
      List<Integer> statuses = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
        for (Future<Integer> status : threads.invokeAll(both)) {
          statuses.add(status.get());
        }
      }

      assertThat(statuses).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void isPossibleOnceThereIsAPassword() {
      TestPlayer player = in(browser.signIn("google", ann));
      assertThat(http.post("/auth/set-password", "{}").as(player).send().status()).isEqualTo(202);
      resetPassword(ann.email(), "Another-horse-8");
      TestPlayer again = in(logIn(ann.email(), "Another-horse-8"));
      assertThat(again.id()).isEqualTo(player.id());

      assertThat(unlinkFirst(again).status()).isEqualTo(200);
    }

    @Test
    void knowsNoStrangersIdentities() {
      TestPlayer player = in(browser.signIn("google", ann));
      TestPlayer stranger = server.newPlayer();
      String id =
          http.get("/auth/identities").as(player).send().data().get(0).path("id").asString();

      assertProblem(unlink(stranger, id), 404, "NOT_FOUND");
    }

    @Test
    void aPasswordWithoutAnAddressIsNotOffered() {
      TestPlayer player = in(browser.signIn("epic", ann));

      assertProblem(
          http.post("/auth/set-password", "{}").as(player).send(), 409, "EMAIL_NOT_VERIFIED");
    }

    private HttpTestClient.Reply unlinkFirst(TestPlayer player) {
      return unlink(
          player,
          http.get("/auth/identities").as(player).send().data().get(0).path("id").asString());
    }

    private HttpTestClient.Reply unlink(TestPlayer player, String id) {
      return http.delete("/auth/identities/" + id).as(player).send();
    }
  }

  private HttpTestClient.Reply link(TestPlayer player, Person person, String provider) {
    return http.post(
            "/auth/identities", TestMarket.json("code", linkingCode(player, person, provider)))
        .as(player)
        .send();
  }

  private String linkingCode(TestPlayer player, Person person, String provider) {
    TestBrowser own = new TestBrowser(http, site);
    URI request =
        TestBrowser.location(own.open("/auth/" + provider + "?ticket=" + ticket(player, provider)));
    return TestBrowser.code(TestBrowser.location(own.comeBack(site.authorise(request, person))));
  }

  private String ticket(TestPlayer player, String provider) {
    HttpTestClient.Reply begun = http.post("/auth/identities/" + provider, "{}").as(player).send();
    assertThat(begun.status()).as(begun.toString()).isEqualTo(200);
    URI goTo = URI.create(begun.data().path("goTo").asString());
    assertThat(goTo.toString()).startsWith("https://play.example.org/api/v1/auth/" + provider);
    return TestBrowser.parameter(goTo, "ticket");
  }

  private static String playerOf(HttpTestClient.Reply entered) {
    assertThat(entered.status()).as(entered.toString()).isEqualTo(200);
    return entered.data().path("playerId").asString();
  }

  private static TestPlayer in(HttpTestClient.Reply entered) {
    return new TestPlayer(
        playerOf(entered),
        "",
        entered.data().path("username").asString(),
        entered.data().path("accessToken").asString());
  }

  private HttpTestClient.Reply logIn(String email, String password) {
    return http.post("/auth/login", TestMarket.json("email", email, "password", password)).send();
  }

  private void resetPassword(String email, String password) {
    Matcher token = RESET_TOKEN.matcher(awaitMail(email));
    assertThat(token.find()).isTrue();
    assertThat(
            http.post(
                    "/auth/reset-password",
                    TestMarket.json("token", token.group(), "newPassword", password))
                .send()
                .status())
        .isEqualTo(200);
  }

  private String awaitMail(String email) {
    return await()
        .atMost(TestMarket.PATIENCE)
        .until(
            () -> {
              for (JsonNode mail :
                  http.get("/admin/mail-outbox?limit=200").as(server.admin()).send().data()) {
                if (mail.path("to").asString("").equals(email)
                    && mail.path("text").asString("").contains("plp_")) {
                  return mail.path("text").asString();
                }
              }
              return "";
            },
            text -> !text.isEmpty());
  }

  private String credentialChanges(String player) {
    return http.get("/admin/events?type=CredentialChanged&actor=" + player)
        .as(server.admin())
        .send()
        .text();
  }

  /** Whether somebody has it already is told to whoever registers. */
  private boolean isTaken(String email) {
    String username = "probe-" + UUID.randomUUID().toString().substring(0, 13);
    return http.post(
            "/auth/register",
            TestMarket.json("email", email, "username", username, "password", TestPlayer.PASSWORD))
        .keyed()
        .send()
        .code()
        .equals("EMAIL_TAKEN");
  }

  private void verifyEmail(TestPlayer player) {
    database
        .sql("UPDATE auth.account SET email_verified_at = clock_timestamp() WHERE id = ?::uuid")
        .param(player.id())
        .update();
  }

  private void signedInLongAgo(TestPlayer player) {
    database
        .sql(
            "UPDATE auth.session SET authenticated_at = authenticated_at - interval '16 minutes'"
                + " WHERE account_id = ?::uuid")
        .param(player.id())
        .update();
  }

  private void expireSteps() {
    database
        .sql("UPDATE auth.sign_in_step SET expires_at = clock_timestamp() - interval '1 second'")
        .update();
  }
}
