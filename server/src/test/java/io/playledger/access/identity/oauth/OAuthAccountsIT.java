package io.playledger.access.identity.oauth;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.playledger.othersite.StandInSite.Person;
import io.playledger.server.HttpTestClient;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;

/** The account to which a person signs in through an OAuth site. */
class OAuthAccountsIT extends OAuthScene {

  private final TestPlayer player = server.newPlayer();

  @Test
  void accountWithTheSameVerifiedAddressIsSignedInTo() {
    verifyEmail(player);
    HttpTestClient.Reply entered = browser.signIn("google", ann.withEmail(player.email(), true));

    assertThat(playerOf(entered)).isEqualTo(player.id());
    assertThat(credentialChanges(player.id())).contains("IDENTITY_LINKED");
  }

  @Test
  void unverifiedAddressOfTheSiteSignsInToNoAccount() {
    verifyEmail(player);
    HttpTestClient.Reply refused = browser.signIn("discord", ann.withEmail(player.email(), false));

    assertProblem(refused, 409, "IDENTITY_NOT_LINKED");
    assertThat(refused.details().path("emailVerifiedByProvider").asString()).isEqualTo("false");
  }

  /** An attacker registers another person's address and waits for that person. */
  @Test
  void accountRegisteredEarlierByAnotherPersonIsNotTakenOver() {
    Person owner = ann.withEmail(player.email(), true);
    assertProblem(browser.signIn("google", owner), 409, "IDENTITY_NOT_LINKED");
    assertProblem(link(player, Person.named("The attacker"), "discord"), 409, "EMAIL_NOT_VERIFIED");

    http.post("/auth/forgot-password", TestMarket.json("email", player.email())).send();
    resetPassword(player.email(), "Another-horse-8");
    assertThat(http.get("/auth/me").as(player).send().status())
        .as("the session of the person who registered the account has ended")
        .isEqualTo(401);
    assertProblem(logIn(player.email(), TestPlayer.PASSWORD), 401, "CREDENTIALS_REJECTED");
    assertThat(playerOf(browser.signIn("google", owner))).isEqualTo(player.id());
  }

  @Test
  void signInThroughASiteAsksForTheSecondFactor() {
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
  void accountWithoutAPasswordEnrolsAfterARecentSignIn() {
    TestPlayer newcomer = in(browser.signIn("google", ann));
    assertThat(http.post("/auth/mfa/enrol", "{}").as(newcomer).send().status()).isEqualTo(200);
    signedInLongAgo(newcomer);

    assertProblem(http.post("/auth/mfa/enrol", "{}").as(newcomer).send(), 403, "STEP_UP_REQUIRED");
  }

  @Test
  void accountWithoutAnAddressGetsOneAndAPasswordLater() {
    TestPlayer newcomer = in(browser.signIn("epic", ann));
    String email = "later-" + newcomer.id() + "@example.org";
    assertThat(
            http.post("/auth/email", TestMarket.json("email", email)).as(newcomer).send().status())
        .isEqualTo(202);
    assertThat(
            http.post("/auth/email/confirm", TestMarket.json("token", mailedToken(email, "plc")))
                .as(newcomer)
                .send()
                .status())
        .isEqualTo(200);
    assertThat(http.post("/auth/set-password", "{}").as(newcomer).send().status()).isEqualTo(202);
    resetPassword(email, "Another-horse-8");

    assertThat(playerOf(logIn(email, "Another-horse-8"))).isEqualTo(newcomer.id());
    assertThat(playerOf(browser.signIn("epic", ann))).isEqualTo(newcomer.id());
  }

  @Test
  void bannedAccountCannotSignInThroughASite() {
    String id = playerOf(browser.signIn("google", ann));
    http.post("/admin/players/" + id + "/ban", TestMarket.json("reason", "for a test"))
        .as(server.admin())
        .keyed()
        .send();

    assertProblem(browser.signIn("google", ann), 403, "ACCOUNT_BANNED");
  }

  @Test
  void parallelSignInsOfOnePersonShareOneAccount() throws Exception {
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
