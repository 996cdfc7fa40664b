package io.playledger.access.identity.mfa;

import static io.playledger.server.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.playledger.server.HttpTestClient;
import io.playledger.server.ServerUnderTest;
import io.playledger.server.TestMarket;
import io.playledger.server.TestPlayer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The second factor, on a server that asks staff for one. */
class MfaIT {

  private static final Totp TOTP = new Totp();

  private static ServerUnderTest server;
  private static JdbcClient database;
  private static String adminPassword;

  private final HttpTestClient http = server.http();
  private final TestPlayer player = server.newPlayer();

  @BeforeAll
  static void start() throws Exception {
    server = ServerUnderTest.startFresh("--playledger.mfa.required-for-staff=true");
    database = JdbcClient.create(server.bean(DataSource.class));
    adminPassword = server.adminPassword();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** A second factor that is enrolled. */
  private record Factor(byte[] secret, List<String> backupCodes) {}

  @Nested
  class Enrolling {

    @Test
    void enrolmentReturnsTheSecretAsTextUriAndQrCode() throws Exception {
      JsonNode enrolment = begin(player).data();
      String uri = enrolment.path("uri").asString();

      assertThat(uri)
          .startsWith("otpauth://totp/Playledger:" + player.username() + "?secret=")
          .contains(enrolment.path("secret").asString());
      assertThat(read(enrolment.path("qrCode").asString())).isEqualTo(uri);
      assertThat(logIn(player).status()).as("nothing changes before the first code").isEqualTo(200);
    }

    @Test
    void enrolmentNeedsThePasswordAndARightCode() {
      assertProblem(
          http.post("/auth/mfa/enrol", TestMarket.json("password", "Wrong-horse-7"))
              .as(player)
              .send(),
          401,
          "CREDENTIALS_REJECTED");
      begin(player);
      assertProblem(post("/auth/mfa/confirm", player, "000000x"), 422, "MFA_CODE_REJECTED");
      assertThat(http.get("/auth/mfa").as(player).send().data().path("enrolled").asBoolean())
          .isFalse();
    }

    @Test
    void enrolmentEndsEveryOtherSessionAndCannotBeRepeated() {
      TestPlayer elsewhere = server.logIn(player.email(), TestPlayer.PASSWORD);
      Factor factor = enrol(player, TestPlayer.PASSWORD);

      assertThat(factor.backupCodes()).hasSize(10).doesNotHaveDuplicates();
      assertThat(http.get("/auth/me").as(elsewhere).send().status()).isEqualTo(401);
      assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(200);
      assertProblem(begin(player), 409, "MFA_ENROLLED_ALREADY");
    }

    @Test
    void secretsAndBackupCodesAreNotStoredInPlainText() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      byte[] sealed =
          database
              .sql("SELECT secret_sealed FROM auth.second_factor WHERE account_id = ?::uuid")
              .param(player.id())
              .query(byte[].class)
              .single();

      assertThat(new Base32().encodeToString(sealed))
          .doesNotContain(new Base32().encodeToString(factor.secret()));
      assertThat(database.sql("SELECT * FROM auth.backup_code").query().listOfRows().toString())
          .doesNotContain(factor.backupCodes());
    }
  }

  @Nested
  class LoggingIn {

    @Test
    void loginWithASecondFactorTakesTwoSteps() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      HttpTestClient.Reply first = logIn(player);

      assertProblem(first, 401, "SECOND_FACTOR_NEEDED");
      HttpTestClient.Reply second = finish(challenge(first), code(player, factor));
      assertThat(second.status()).isEqualTo(200);
      String token = second.data().path("accessToken").asString();
      assertThat(http.get("/auth/me").token(token).send().status()).isEqualTo(200);
    }

    @Test
    void challengeIsNoAccessTokenAndAcceptedOnce() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      String challenge = challenge(logIn(player));
      assertThat(http.get("/auth/me").token(challenge).send().status()).isEqualTo(401);
      finish(challenge, code(player, factor));

      assertProblem(finish(challenge, code(player, factor)), 422, "TOKEN_REJECTED");
    }

    @Test
    void expiredOrInventedChallengeIsRejected() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      String challenge = challenge(logIn(player));
      database
          .sql("UPDATE auth.one_time_token SET expires_at = ? WHERE hash = sha256(?::bytea)")
          .params(Timestamp.from(Instant.now().minusSeconds(1)), challenge)
          .update();

      assertProblem(finish(challenge, code(player, factor)), 422, "TOKEN_REJECTED");
      assertProblem(finish("plm_" + "A".repeat(43), code(player, factor)), 422, "TOKEN_REJECTED");
    }

    @Test
    void codeIsAcceptedOnceEvenInParallel() throws Exception {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      List<String> challenges =
          List.of(challenge(logIn(player)), challenge(logIn(player)), challenge(logIn(player)));
      String code = code(player, factor);
      List<Callable<HttpTestClient.Reply>> attempts = new ArrayList<>();
      challenges.forEach(challenge -> attempts.add(() -> finish(challenge, code)));
      List<Integer> statuses = new ArrayList<>();
      try (ExecutorService thieves = Executors.newFixedThreadPool(3)) {
        for (Future<HttpTestClient.Reply> reply : thieves.invokeAll(attempts)) {
          statuses.add(reply.get().status());
        }
      }

      assertThat(statuses).containsExactlyInAnyOrder(200, 422, 422);
    }

    @Test
    void backupCodeIsAcceptedOnce() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      String backup = factor.backupCodes().getFirst();

      assertThat(finish(challenge(logIn(player)), backup.toLowerCase(Locale.ROOT)).status())
          .isEqualTo(200);
      assertProblem(finish(challenge(logIn(player)), backup), 422, "MFA_CODE_REJECTED");
    }

    @Test
    void wrongCodesLockTheSecondFactor() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      String challenge = challenge(logIn(player));
      for (int i = 0; i < 5; i++) {
        assertProblem(finish(challenge, "0000-" + i), 422, "MFA_CODE_REJECTED");
      }

      HttpTestClient.Reply locked = finish(challenge, code(player, factor));
      assertProblem(locked, 429, "RATE_LIMITED");
      assertThat(Integer.parseInt(locked.header("Retry-After").orElseThrow())).isBetween(800, 901);
    }
  }

  /** Each of them must be counted before the next is tried. */
  @Test
  void parallelWrongCodesLockTheSecondFactorAfterFive() throws Exception {
    enrol(player, TestPlayer.PASSWORD);
    String challenge = challenge(logIn(player));
    List<Callable<String>> guesses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String guess = "0000-%02d".formatted(i);
      guesses.add(() -> finish(challenge, guess).code());
    }
    List<String> codes = new ArrayList<>();
    try (ExecutorService thieves = Executors.newFixedThreadPool(guesses.size())) {
      for (Future<String> code : thieves.invokeAll(guesses)) {
        codes.add(code.get());
      }
    }

    assertThat(codes).containsOnly("MFA_CODE_REJECTED", "RATE_LIMITED");
    assertThat(codes.stream().filter("MFA_CODE_REJECTED"::equals)).hasSize(5);
  }

  @Test
  void codeCanContainSpaces() {
    Factor factor = enrol(player, TestPlayer.PASSWORD);
    String code = code(player, factor);
    assertThat(
            finish(challenge(logIn(player)), code.substring(0, 3) + " " + code.substring(3))
                .status())
        .isEqualTo(200);
    String backup = factor.backupCodes().getFirst();
    assertThat(
            finish(challenge(logIn(player)), backup.substring(0, 5) + "-" + backup.substring(5))
                .status())
        .isEqualTo(200);
  }

  @Nested
  class Changing {

    @Test
    void changingAPasswordNeedsARecentSecondFactor() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      shownLongAgo(player);
      String change =
          TestMarket.json("currentPassword", TestPlayer.PASSWORD, "newPassword", "Another-horse-8");

      assertProblem(
          http.post("/auth/change-password", change).as(player).send(), 403, "STEP_UP_REQUIRED");
      assertThat(post("/auth/mfa/step-up", player, code(player, factor)).status()).isEqualTo(200);
      assertThat(http.post("/auth/change-password", change).as(player).send().status())
          .isEqualTo(200);
    }

    @Test
    void creatingAnApiKeyNeedsARecentSecondFactor() {
      grant(player, "developer");
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      HttpTestClient.Reply created = createKey("scores:read");
      assertThat(created.status()).as(created.toString()).isEqualTo(201);
      String key = "/api-keys/" + created.data().path("id").asString();
      shownLongAgo(player);

      assertProblem(createKey("scores:read"), 403, "STEP_UP_REQUIRED");
      assertProblem(rotate(key), 403, "STEP_UP_REQUIRED");
      assertProblem(http.delete(key).as(player).keyed().send(), 403, "STEP_UP_REQUIRED");
      post("/auth/mfa/step-up", player, code(player, factor));
      assertThat(rotate(key).status()).isEqualTo(200);
      assertThat(http.delete(key).as(player).keyed().send().status()).isEqualTo(200);
    }

    @Test
    void newBackupCodesReplaceTheFormerOnes() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      HttpTestClient.Reply renewed = post("/auth/mfa/backup-codes", player, code(player, factor));

      assertThat(renewed.data().path("backupCodes").size()).isEqualTo(10);
      assertProblem(
          finish(challenge(logIn(player)), factor.backupCodes().getLast()),
          422,
          "MFA_CODE_REJECTED");
    }

    @Test
    void disabledSecondFactorIsNoLongerAskedFor() {
      Factor factor = enrol(player, TestPlayer.PASSWORD);
      assertProblem(post("/auth/mfa/disable", player, "nonsense"), 422, "MFA_CODE_REJECTED");
      assertThat(post("/auth/mfa/disable", player, code(player, factor)).status()).isEqualTo(200);

      assertThat(http.get("/auth/me").as(player).send().status()).isEqualTo(401);
      assertThat(logIn(player).status()).isEqualTo(200);
    }

    @Test
    void stepUpWithoutASecondFactorIsRejected() {
      assertProblem(post("/auth/mfa/step-up", player, "123456"), 409, "MFA_NOT_ENROLLED");
      assertProblem(post("/auth/mfa/disable", player, "123456"), 409, "MFA_NOT_ENROLLED");
    }
  }

  @Test
  void everyChangeAndUseOfTheSecondFactorIsRecorded() {
    Factor factor = enrol(player, TestPlayer.PASSWORD);
    finish(challenge(logIn(player)), factor.backupCodes().getFirst());
    post("/auth/mfa/backup-codes", player, code(player, factor));
    post("/auth/mfa/disable", player, "nonsense");
    post("/auth/mfa/disable", player, code(player, factor));

    assertThat(recorded("audit.CredentialChanged", "change"))
        .containsExactly(
            "SECOND_FACTOR_ENROLLED",
            "BACKUP_CODE_USED",
            "BACKUP_CODES_MADE",
            "SECOND_FACTOR_REMOVED");
    await()
        .atMost(TestMarket.PATIENCE)
        .untilAsserted(
            () ->
                assertThat(recorded("audit.SignInFailed", "fault"))
                    .containsExactly("SECOND_FACTOR_REJECTED"));
  }

  /** A member of each audit event of a type about the player, the oldest first. */
  private List<String> recorded(String type, String member) {
    return database
        .sql(
            "SELECT payload ->> ? FROM event_store.events WHERE aggregate_id = ?"
                + " AND payload_type = ? ORDER BY sequence_number")
        .params(member, "audit-" + player.id(), type)
        .query(String.class)
        .list();
  }

  @Test
  void rolesOfStaffNeedASecondFactor() {
    TestPlayer admin = server.admin();
    assertProblem(http.get("/admin/events").as(admin).send(), 403, "MFA_REQUIRED");
    assertThat(http.get("/auth/me").as(admin).send().data().path("roles").toString())
        .doesNotContain("admin");

    Factor factor = enrol(admin, adminPassword);
    assertThat(http.get("/admin/events").as(admin).send().status()).isEqualTo(200);

    shownLongAgo(admin);
    assertThat(http.get("/admin/events").as(admin).send().status()).as("a look").isEqualTo(200);
    String ban = "/admin/players/" + player.id() + "/ban";
    String reason = TestMarket.json("reason", "for a test");
    assertProblem(http.post(ban, reason).as(admin).keyed().send(), 403, "STEP_UP_REQUIRED");
    post("/auth/mfa/step-up", admin, code(admin, factor));
    assertThat(http.post(ban, reason).as(admin).keyed().send().status()).isEqualTo(200);
  }

  @Test
  void rolesOfStaffNeverApplyThroughAnApiKey() {
    grant(player, "admin");
    enrol(player, TestPlayer.PASSWORD);
    String secret = createKey("scores:issue").data().path("secret").asString();
    String scored = "{\"playerId\":\"%s\",\"delta\":5}".formatted(player.id());

    assertThat(http.post("/scores/update", scored).as(player).keyed().send().status())
        .isLessThan(300);
    assertProblem(
        http.post("/scores/update", scored).header("X-Api-Key", secret).keyed().send(),
        403,
        "FORBIDDEN");
  }

  private static void grant(TestPlayer who, String role) {
    database
        .sql("INSERT INTO auth.account_role VALUES (?::uuid, ?, clock_timestamp())")
        .params(who.id(), role)
        .update();
  }

  private HttpTestClient.Reply createKey(String scope) {
    return http.post("/api-keys", "{\"name\":\"key\",\"scopes\":[\"%s\"]}".formatted(scope))
        .as(player)
        .keyed()
        .send();
  }

  private HttpTestClient.Reply rotate(String key) {
    return http.post(key + "/rotate", "{}").as(player).keyed().send();
  }

  private HttpTestClient.Reply begin(TestPlayer who) {
    return begin(who, TestPlayer.PASSWORD);
  }

  private HttpTestClient.Reply begin(TestPlayer who, String password) {
    return http.post("/auth/mfa/enrol", TestMarket.json("password", password)).as(who).send();
  }

  private Factor enrol(TestPlayer who, String password) {
    byte[] secret = new Base32().decode(begin(who, password).data().path("secret").asString());
    HttpTestClient.Reply confirmed = post("/auth/mfa/confirm", who, now(secret));
    assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(200);
    List<String> codes = new ArrayList<>();
    confirmed.data().path("backupCodes").forEach(code -> codes.add(code.asString()));
    return new Factor(secret, codes);
  }

  /** A code that was not taken yet: the test does not wait for the next half minute. */
  private static String code(TestPlayer who, Factor factor) {
    database
        .sql("UPDATE auth.second_factor SET last_step = 0 WHERE account_id = ?::uuid")
        .param(who.id())
        .update();
    return now(factor.secret());
  }

  private static String now(byte[] secret) {
    return TOTP.code(secret, Instant.now().getEpochSecond() / Totp.STEP_SECONDS);
  }

  private static void shownLongAgo(TestPlayer who) {
    database
        .sql("UPDATE auth.session SET second_factor_at = ? WHERE account_id = ?::uuid")
        .params(Timestamp.from(Instant.now().minusSeconds(16 * 60)), who.id())
        .update();
  }

  private HttpTestClient.Reply post(String path, TestPlayer who, String code) {
    return http.post(path, TestMarket.json("code", code)).as(who).send();
  }

  private HttpTestClient.Reply logIn(TestPlayer who) {
    return http.post(
            "/auth/login", TestMarket.json("email", who.email(), "password", TestPlayer.PASSWORD))
        .send();
  }

  private static String challenge(HttpTestClient.Reply login) {
    return login.details().path("challenge").asString();
  }

  private HttpTestClient.Reply finish(String challenge, String code) {
    return http.post(
            "/auth/login/second-factor", TestMarket.json("challenge", challenge, "code", code))
        .send();
  }

  private static String read(String dataUri) throws Exception {
    byte[] png = Base64.getDecoder().decode(dataUri.substring(dataUri.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    try {
      return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    } catch (NotFoundException e) {
      throw new AssertionError("no QR code in the picture", e);
    }
  }
}
